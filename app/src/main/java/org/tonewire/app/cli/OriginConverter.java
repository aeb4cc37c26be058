package org.tonewire.app.cli;

import org.tonewire.signaling.protocol.WebOrigin;
import picocli.CommandLine;

/// Parses the origin of web pages, in any way of writing it. One that no browser sends is refused.
final class OriginConverter implements CommandLine.ITypeConverter<WebOrigin> {
    @Override
    public WebOrigin convert(String value) {
        if (value.strip().equals("*")) {
            throw wrong(value, "leave --allow-origin out to allow all pages");
        }
        return switch (WebOrigin.parse(value)) {
            case WebOrigin.Parsed.Usable(WebOrigin origin) -> origin;
            case WebOrigin.Parsed.Unusable(String why) -> throw wrong(value, why);
        };
    }

    private static CommandLine.TypeConversionException wrong(String value, String why) {
        return new CommandLine.TypeConversionException("“" + value + "”: " + why);
    }
}
