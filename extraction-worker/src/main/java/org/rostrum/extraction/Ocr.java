package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Kind;

/** Reads pictures of text by tesseract, where it is installed: within this worker's limits, one page at a time. */
final class Ocr {

    /** A page of A4 at 300 dots an inch has 8.7 million. House choice: what the heap of a worker holds twice. */
    static final double MOST_PIXELS = 12_000_000;

    private static final Path USUAL = Path.of("/usr/bin/tesseract");
    private static final Path PACKS = Path.of("/usr/share/tesseract-ocr");
    /** Each language costs time for every page. House choice. */
    private static final int MOST_LANGUAGES = 3;

    private static final int CONFIDENCE = 10;
    private static final int WORD = 11;
    private static final String ENGLISH = "eng";

    private final Path program;
    private final Set<String> packs;

    Ocr() {
        this(USUAL);
    }

    Ocr(Path program) {
        this.program = program;
        this.packs = packs();
    }

    private static Set<String> packs() {
        Set<String> packs = new TreeSet<>();
        if (Files.isDirectory(PACKS)) {
            try (Stream<Path> files = Files.walk(PACKS, 3)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".traineddata") && !name.startsWith("osd"))
                        .forEach(name -> packs.add(name.substring(0, name.indexOf('.'))));
            } catch (IOException _) {
                return Set.of();
            }
        }
        return packs;
    }

    boolean isInstalled() {
        return Files.isExecutable(program) && !packs.isEmpty();
    }

    /** Reads one picture as one page. */
    void read(BufferedImage picture, int page, Reader.Part part, Blocks blocks) throws IOException {
        Path image = Files.createTempFile("page-", ".pgm");
        Path words = Files.createTempFile("page-", ".tsv");
        try {
            write(grey(picture), image);
            if (recognise(image, words, part)) {
                emit(Files.readAllLines(words), page, blocks);
            } else {
                blocks.flag(FlagKind.OCR_INCOMPLETE, 1, "page " + page);
            }
        } finally {
            Files.deleteIfExists(image);
            Files.deleteIfExists(words);
        }
    }

    private static BufferedImage grey(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return picture;
        }
        BufferedImage grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = grey.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, grey.getWidth(), grey.getHeight());
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return grey;
    }

    /** As a portable greymap, which needs no packing. */
    private static void write(BufferedImage grey, Path file) throws IOException {
        byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("P5\n" + grey.getWidth() + " " + grey.getHeight() + "\n255\n").getBytes(US_ASCII));
            out.write(pixels);
        }
    }

    private boolean recognise(Path image, Path words, Reader.Part part) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                image.toString(),
                "stdout",
                "-l",
                languages(part.languages()),
                "--dpi",
                "300",
                "tsv");
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.redirectInput(new File("/dev/null"));
        builder.redirectOutput(words.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try {
            long left = part.deadline() - System.nanoTime();
            return process.waitFor(Math.max(1, left), TimeUnit.NANOSECONDS) && process.exitValue() == 0;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Those that are likely and installed; else English; else whatever there is. */
    private String languages(List<String> likely) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String language : likely) {
            String pack = packOf(language);
            if (packs.contains(pack) && chosen.size() < MOST_LANGUAGES) {
                chosen.add(pack);
            }
        }
        if (chosen.isEmpty()) {
            chosen.add(packs.contains(ENGLISH) ? ENGLISH : packs.iterator().next());
        }
        return String.join("+", chosen);
    }

    private static String packOf(String language) {
        Locale locale = Locale.forLanguageTag(language);
        return switch (locale.getLanguage()) {
            case "zh" -> locale.getScript().equals("Hant") ? "chi_tra" : "chi_sim";
            case "sr" -> "srp";
            default -> {
                try {
                    yield locale.getISO3Language();
                } catch (java.util.MissingResourceException _) {
                    yield "";
                }
            }
        };
    }

    private static void emit(List<String> table, int page, Blocks blocks) {
        Map<String, StringBuilder> paragraphs = new LinkedHashMap<>();
        Map<String, String> lines = new LinkedHashMap<>();
        List<Double> confidences = new ArrayList<>();
        for (String row : table) {
            String[] cells = row.split("\t", -1);
            if (cells.length <= WORD || !cells[0].equals("5") || cells[WORD].isBlank()) {
                continue;
            }
            confidences.add(Double.parseDouble(cells[CONFIDENCE]));
            String paragraph = cells[2] + "." + cells[3];
            StringBuilder text = paragraphs.computeIfAbsent(paragraph, _ -> new StringBuilder());
            boolean sameLine = cells[4].equals(lines.put(paragraph, cells[4]));
            text.append(text.isEmpty() ? "" : sameLine ? " " : "\n").append(cells[WORD]);
        }
        int line = 1;
        for (StringBuilder text : paragraphs.values()) {
            blocks.add(Kind.PARAGRAPH, 0, text.toString(), page, line);
            line += (int) text.chars().filter(c -> c == '\n').count() + 1;
        }
        double mean =
                confidences.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        blocks.flag(FlagKind.OCR, 1, "page " + page + ": " + Math.round(mean) + " %");
    }
}
