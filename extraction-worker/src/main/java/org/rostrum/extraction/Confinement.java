package org.rostrum.extraction;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What keeps this process to itself, whatever takes it over: found out, not assumed.
 *
 * @param network whether it could still reach another process by network
 * @param protections that the operating system enforces from within: {@code no-sockets}, {@code own-folder-only}
 */
record Confinement(boolean network, List<String> protections) {

    /** Set to {@code off} by a service whose operator wants no protection by the operating system. */
    private static final String WANTED = "rostrum.jail";

    /** To be called before the first thread is started and the first file is read. */
    static Confinement enforce() {
        NoNetwork.enforce();
        List<String> protections = new ArrayList<>();
        Optional<Kernel> kernel = System.getProperty(WANTED, "on").equals("off") ? Optional.empty() : Kernel.found();
        if (kernel.isPresent() && kernel.get().gainNoPrivileges()) {
            if (OwnFolderOnly.enforce(kernel.get())) {
                protections.add("own-folder-only");
            }
            if (NoSockets.enforce(kernel.get())) {
                protections.add("no-sockets");
            }
        }
        return new Confinement(hasNetwork(), List.copyOf(protections));
    }

    /** Whether any interface is up, the loopback too; who may open no socket cannot even ask. */
    private static boolean hasNetwork() {
        try {
            return NetworkInterface.networkInterfaces().anyMatch(Confinement::isUp);
        } catch (SocketException _) {
            return false;
        }
    }

    private static boolean isUp(NetworkInterface each) {
        try {
            return each.isUp();
        } catch (SocketException _) {
            return false;
        }
    }
}
