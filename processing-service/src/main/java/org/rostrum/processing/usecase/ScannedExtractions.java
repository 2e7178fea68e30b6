package org.rostrum.processing.usecase;

import java.nio.file.Path;
import java.util.List;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.processing.domain.text.Extraction;
import org.rostrum.processing.domain.text.Extraction.Unreadable;
import org.rostrum.processing.usecase.MalwareScans.Clean;
import org.rostrum.processing.usecase.MalwareScans.Infected;
import org.rostrum.processing.usecase.MalwareScans.TooLargeToScan;

/** Reads a file only after a scanner found nothing in it; while the scanner is away, files wait. */
public final class ScannedExtractions implements Extractions {
    private final MalwareScans scans;
    private final Extractions extractions;

    public ScannedExtractions(MalwareScans scans, Extractions extractions) {
        this.scans = scans;
        this.extractions = extractions;
    }

    @Override
    public Extraction extract(Path file, String fileName, String mediaType) {
        return extract(file, fileName, mediaType, List.of());
    }

    @Override
    public Extraction extract(Path file, String fileName, String mediaType, List<String> languages) {
        return switch (scans.scan(file)) {
            case Clean _ -> extractions.extract(file, fileName, mediaType, languages);
            case Infected(String name) ->
                new Unreadable(QuarantineReason.MALWARE, "The scanner calls it " + name + ".");
            case TooLargeToScan _ ->
                new Unreadable(QuarantineReason.TOO_LARGE, "It is larger than the malware scanner takes.");
        };
    }
}
