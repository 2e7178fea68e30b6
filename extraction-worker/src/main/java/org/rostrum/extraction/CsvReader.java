package org.rostrum.extraction;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads tables of plain text (RFC 4180, and the dialects that programs write): each record a row. */
final class CsvReader implements Reader {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int SAMPLE = 50;

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        String text = Decoding.text(file);
        try (CSVParser records = CSVParser.parse(new StringReader(text), format(separator(text)))) {
            for (CSVRecord record : records) {
                Row row = new Row();
                for (int i = 0; i < record.size(); i++) {
                    row.put(i, record.get(i));
                }
                row.emit(Math.toIntExact(record.getRecordNumber()), blocks);
            }
        } catch (java.io.UncheckedIOException broken) {
            // A quote that nobody closed: better the lines as they stand than nothing.
            blocks.add(Response.Kind.PARAGRAPH, 0, text, 0, 1);
        }
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
    }

    /** The sign that parts most records into the same number of cells, which is more than one. */
    private static char separator(String text) {
        return SEPARATORS.stream()
                .max(Comparator.comparingInt(separator -> agreement(text, separator)))
                .orElse(',');
    }

    private static int agreement(String text, char separator) {
        int agreeing = 0;
        int width = -1;
        try (CSVParser records = CSVParser.parse(new StringReader(text), format(separator))) {
            int seen = 0;
            for (CSVRecord record : records) {
                width = width < 0 ? record.size() : width;
                agreeing += record.size() == width && width > 1 ? 1 : 0;
                if (++seen == SAMPLE) {
                    break;
                }
            }
        } catch (IOException | java.io.UncheckedIOException _) {
            return 0;
        }
        return agreeing;
    }
}
