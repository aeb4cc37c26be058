package org.tonewire.signaling.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentitySignature;

/// Whatever text stands for a seal or a key, it is one and is written the same, or it is none;
/// whatever bytes stand for a key and a signature, to check them does not throw. The first byte
/// selects the text form or the bytes.
final class SealFuzzTest {
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    @MethodSource("seals")
    @FuzzTest
    void whatIsReadIsWrittenTheSameAndCanBeChecked(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        if ((input[0] & 1) == 0) {
            read(new String(rest, StandardCharsets.UTF_8));
        } else {
            check(rest);
        }
    }

    private static void read(String text) {
        Seal.parse(text).ifPresent(seal -> assertThat(seal.text()).isEqualTo(text));
        IdentityKey.parse(text).ifPresent(key -> assertThat(key.base64Url()).isEqualTo(text));
        IdentitySignature.parse(text)
                .ifPresent(signature -> assertThat(signature.base64Url()).isEqualTo(text));
        AccessKey.parse(text).ifPresent(key -> assertThat(key.base64Url()).isEqualTo(text));
        SdpDigest.parse(text).ifPresent(digest -> assertThat(digest.value()).isEqualTo(text));
    }

    private static void check(byte[] bytes) {
        IdentityKey key = IdentityKey.of(Arrays.copyOf(bytes, KEY_BYTES));
        byte[] signature =
                Arrays.copyOfRange(padded(bytes), KEY_BYTES, KEY_BYTES + SIGNATURE_BYTES);
        var _ = key.signed(bytes, IdentitySignature.of(signature));
    }

    private static byte[] padded(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.max(bytes.length, KEY_BYTES + SIGNATURE_BYTES));
    }

    static Stream<byte[]> seals() {
        String signature = "A".repeat(86);
        return Stream.of(
                        "07." + signature,
                        "09007199254740991." + signature,
                        "0" + "A".repeat(43),
                        "1" + "\u0001".repeat(96))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
