package planted.ukur.store;

import planted.ukur.delivery.cli.Screen;

/** A planted fault: an early stage calls a late one. */
public final class AsksTheScreen {

    int width() {
        return new Screen().width();
    }
}
