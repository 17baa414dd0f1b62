package planted.ukur.helpers;

import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** A planted fault: a package nobody has decided on, which knows what others should keep to themselves. */
final class Stranger {

    LoadSettings yaml() {
        return LoadSettings.builder().build();
    }

    CommandLine.Help.Ansi colours() {
        return CommandLine.Help.Ansi.OFF;
    }
}
