package planted.ukur.helpers;

import org.apache.commons.cli.Options;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A planted fault: a package nobody has decided on, which knows what others should keep to themselves. */
final class Stranger {

    LoadSettings yaml() {
        return LoadSettings.builder().build();
    }

    Options options() {
        return new Options();
    }
}
