package org.tonewire.app.rtc.playout;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// The positions of virtual functions in libwebrtc's headless device module. Only the C++ ABI of
/// Linux is assumed: positions are found by the addresses of functions that the library exports by
/// name.
///
/// @param functions the first virtual function of a module
/// @param register the position of `RegisterAudioCallback`, and so on
/// @param needMoreData the position of `NeedMorePlayData` among the functions of the registered
///   transport
record ModuleSymbols(
        MemorySegment functions, int register, int start, int stop, int playing, int needMoreData) {
    /// The number of virtual functions of a module.
    static final int COUNT = 65;

    private static final int TRANSPORT_COUNT = 6;

    /// The words before the functions: an offset and the type's description.
    static final int HEADER_WORDS = 2;

    private static final String MODULE = "_ZN3jni25HeadlessAudioDeviceModule";
    private static final String MODULE_TABLE =
            "_ZTVN6webrtc16RefCountedObjectIN3jni25HeadlessAudioDeviceModuleEEE";
    private static final String REGISTER =
            MODULE + "21RegisterAudioCallbackEPN6webrtc14AudioTransportE";
    private static final String START = MODULE + "12StartPlayoutEv";
    private static final String STOP = MODULE + "11StopPlayoutEv";
    private static final String PLAYING = "_ZNK3jni25HeadlessAudioDeviceModule7PlayingEv";
    private static final String TRANSPORT_TABLE = "_ZTVN3jni20AudioTransportSourceE";
    private static final String NEED_MORE_DATA =
            "_ZN3jni20AudioTransportSource16NeedMorePlayDataEmmmjPvRmPlS3_";

    /// Empty when the library has another layout.
    static Optional<ModuleSymbols> find(SymbolLookup library) {
        Optional<MemorySegment> module = table(library, MODULE_TABLE, COUNT);
        Optional<MemorySegment> transport = table(library, TRANSPORT_TABLE, TRANSPORT_COUNT);
        if (module.isEmpty() || transport.isEmpty()) {
            return Optional.empty();
        }
        ModuleSymbols found =
                new ModuleSymbols(
                        module.get(),
                        position(library, REGISTER, module.get()),
                        position(library, START, module.get()),
                        position(library, STOP, module.get()),
                        position(library, PLAYING, module.get()),
                        position(library, NEED_MORE_DATA, transport.get()));
        return found.isComplete() ? Optional.of(found) : Optional.empty();
    }

    private boolean isComplete() {
        return register >= 0 && start >= 0 && stop >= 0 && playing >= 0 && needMoreData >= 0;
    }

    private static Optional<MemorySegment> table(SymbolLookup library, String name, int count) {
        long header = HEADER_WORDS * ValueLayout.JAVA_LONG.byteSize();
        long size = count * ValueLayout.JAVA_LONG.byteSize();
        return library.find(name).map(table -> table.reinterpret(header + size).asSlice(header));
    }

    private static int position(SymbolLookup library, String name, MemorySegment table) {
        long address = library.find(name).map(MemorySegment::address).orElse(0L);
        long words = table.byteSize() / ValueLayout.JAVA_LONG.byteSize();
        for (int i = 0; i < words && address != 0; i++) {
            if (table.getAtIndex(ValueLayout.JAVA_LONG, i) == address) {
                return i;
            }
        }
        return -1;
    }
}
