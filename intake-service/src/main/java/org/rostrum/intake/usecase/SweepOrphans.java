package org.rostrum.intake.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.rostrum.intake.usecase.Manifests.Damaged;
import org.rostrum.intake.usecase.Manifests.ManifestKey;
import org.rostrum.intake.usecase.StoredAttachments.Stored;

/**
 * Removes attachments whose submission was never committed. Nothing that a manifest names is ever lost, however slow a commit
 * is and whenever it comes back: an orphan is only set aside at first; it is put back as soon as a manifest names it, and
 * forgotten after a week in which none did, or at once if its submission was erased.
 */
public final class SweepOrphans {
    private static final Logger LOG = Logger.getLogger(SweepOrphans.class);
    private static final Duration YOUNG = Duration.ofDays(1);
    private static final Duration SEEN_OFTEN_ENOUGH = Duration.ofDays(5);
    private static final Duration KEPT_ASIDE = Duration.ofDays(7);
    /** Orphans are rare. If most of what is there seems to be one, the key for ids has been changed: then hands off. */
    private static final int FEW = 20;

    private final StoredAttachments attachments;
    private final CommitVersion versions;
    private final Manifests manifests;

    public SweepOrphans(StoredAttachments attachments, CommitVersion versions, Manifests manifests) {
        this.attachments = attachments;
        this.versions = versions;
        this.manifests = manifests;
    }

    /** What was done. */
    public record Swept(int setAside, int putBack, int forgotten) {}

    public Swept sweep(Instant now) {
        int setAside = setAside(orphans(now));
        int putBack = 0;
        int forgotten = 0;
        for (var attachment : aside()) {
            if (isNamed(attachment)) {
                attachments.putBack(attachment);
                putBack++;
            } else if (isErased(attachment) || attachment.writtenAt().isBefore(now.minus(KEPT_ASIDE))) {
                attachments.forget(attachment);
                forgotten++;
            }
        }
        return new Swept(setAside, putBack, forgotten);
    }

    private List<Stored> orphans(Instant now) {
        var orphans = new ArrayList<Stored>();
        int named = 0;
        try (var all = attachments.inPlace()) {
            var aged = all.filter(each -> each.writtenAt().isBefore(now.minus(YOUNG)))
                    .filter(each -> each.writtenAt().isAfter(now.minus(SEEN_OFTEN_ENOUGH)))
                    .iterator();
            while (aged.hasNext()) {
                var attachment = aged.next();
                if (isNamed(attachment)) {
                    named++;
                } else {
                    orphans.add(attachment);
                }
            }
        }
        if (orphans.size() > FEW && orphans.size() > named) {
            LOG.errorf(
                    "Most attachments seem to belong to no submission, so none was touched; was ROSTRUM_INTAKE_ID_KEY"
                            + " changed? orphans=%d named=%d",
                    orphans.size(), named);
            return List.of();
        }
        return orphans;
    }

    private int setAside(List<Stored> orphans) {
        for (var orphan : orphans) {
            attachments.setAside(orphan);
        }
        return orphans.size();
    }

    private List<Stored> aside() {
        try (var aside = attachments.aside()) {
            return aside.toList();
        }
    }

    /** Whoever was sending a file while its submission was erased may have stored it after everything else was removed. */
    private boolean isErased(Stored attachment) {
        return versions.erased(attachment.submission()).isPresent();
    }

    /** Only the manifest of the version under which it lies can be the first to name it; later ones repeat that. */
    private boolean isNamed(Stored attachment) {
        try {
            return versions.first(attachment.submission())
                    .flatMap(first ->
                            manifests.find(new ManifestKey(first.manifest().reference(), attachment.version())))
                    .filter(stored -> stored.manifest().submission().equals(attachment.submission()))
                    .filter(stored -> stored.manifest().attachments().stream()
                            .anyMatch(each -> each.object().key().equals(attachment.key())))
                    .isPresent();
        } catch (Damaged e) {
            LOG.errorf("A manifest is damaged, so its attachments are left alone; key=%s", attachment.key());
            return true;
        }
    }
}
