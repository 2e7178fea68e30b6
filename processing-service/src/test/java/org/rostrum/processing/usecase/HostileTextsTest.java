package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Reference;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionManifest.Attachment;
import org.rostrum.processing.adapter.lingua.LinguaLanguages;
import org.rostrum.processing.adapter.lucene.LuceneStems;
import org.rostrum.processing.adapter.lucene.LuceneTokens;
import org.rostrum.processing.adapter.phone.LibPhoneNumbers;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.PassageId;
import org.rostrum.processing.domain.flags.Flagging;
import org.rostrum.processing.domain.keypassages.Census;
import org.rostrum.processing.domain.keypassages.Profile;
import org.rostrum.processing.domain.masking.Masking;
import org.rostrum.processing.domain.text.BlockKind;
import org.rostrum.processing.domain.text.Extraction.Extracted;
import org.rostrum.processing.domain.text.Place;
import org.rostrum.processing.domain.text.RawBlock;
import org.rostrum.processing.usecase.ItemPassages.Filed;

/**
 * Long texts, half a million characters and more, through everything that processing does with a text, in a
 * heap that a square of their length would not fit into.
 */
class HostileTextsTest {
    private static final int LONGEST = 500_000;
    private static final LinguaLanguages LANGUAGES = new LinguaLanguages();
    private static final Flagging FLAGGING = new Flagging(new LibPhoneNumbers());

    record Text(String name, Supplier<List<RawBlock>> blocks) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Text paragraph(String name, String piece) {
        return new Text(name, () -> List.of(RawBlock.paragraph(piece.repeat(LONGEST / piece.length()))));
    }

    /** As the reader of plain text gives it: one block, and the number of each line. */
    private static Text lines(String name, String piece, int times) {
        return new Text(
                name, () -> List.of(RawBlock.ofLines(BlockKind.PARAGRAPH, 0, piece.repeat(times), new Place(0, 0, 1))));
    }

    static Stream<Text> texts() {
        return Stream.of(
                paragraph("a word without end", "w"),
                paragraph("digits", "7"),
                paragraph("digits in groups", "12 345 "),
                paragraph("dots", "a."),
                paragraph("at signs", "a@"),
                paragraph("quotation marks", "\"a"),
                paragraph("names", "Mr Smith "),
                paragraph("item numbers", "1.1.1."),
                paragraph("ideographs", "我们同意这个提案"),
                paragraph("accents", "x\u0301"),
                paragraph("marks on one letter", "\u0301"),
                paragraph("hidden characters", "\u200Ba"),
                paragraph("white space", " \t"),
                lines("200,000 paragraphs", "line\n\n", 200_000),
                lines("200,000 lines", "line\n", 200_000),
                lines("200,000 lines that look like titles", "Line\n", 200_000),
                lines("lines that end in a hyphen", "ab-\n", 200_000),
                lines("a list", "- x\n", 200_000),
                new Text(
                        "numbered lines",
                        () -> List.of(RawBlock.paragraph(IntStream.range(0, 100_000)
                                .mapToObj(i -> i % 900 + ". x")
                                .collect(Collectors.joining("\n"))))),
                new Text(
                        "100,000 headings",
                        () -> IntStream.range(0, 100_000)
                                .mapToObj(i -> RawBlock.heading(1 + i % 6, "heading " + i))
                                .toList()),
                new Text(
                        "a sentence over 2,000 pages",
                        () -> IntStream.range(0, 100_000)
                                .mapToObj(i -> new RawBlock(
                                        BlockKind.PARAGRAPH, 0, "line " + letters(i) + " goes on", 1 + i / 50))
                                .toList()),
                new Text("random words", HostileTextsTest::random));
    }

    /** A word of its own for each number: what all pages repeat would be taken for a running head. */
    private static String letters(int number) {
        return String.valueOf(number)
                .chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'a')))
                .collect(Collectors.joining());
    }

    private static List<RawBlock> random() {
        var chance = new Random(1);
        return IntStream.range(0, 30_000)
                .mapToObj(i -> IntStream.range(0, 9)
                        .mapToObj(n -> Long.toString(chance.nextInt(1_000_000), 36))
                        .collect(Collectors.joining(" ")))
                .map(RawBlock::paragraph)
                .toList();
    }

    @Timeout(60)
    @ParameterizedTest
    @MethodSource("texts")
    void hostile_54_56_a_long_text_is_read_filed_flagged_and_masked(Text text) {
        var workplace = new Workplace();
        workplace.extraction = new Extracted("text/plain", text.blocks().get());
        workplace.isDefined();
        var describe = new DescribeTexts(new NoPlaces(), new LuceneStems());
        var reader = new ReadSubmission(
                (_, _) -> {}, (_, _, _) -> workplace.extraction, LANGUAGES, describe, new RoundModels(describe));
        var attachment = new Attachment(1, "letter.txt", "text/plain", Workplace.object("file"));
        var received = workplace.received(Publication.PUBLIC, List.of(), null, List.of(attachment));

        Content content = reader.read(
                        Objects.requireNonNull(
                                workplace.manifests.get(received.manifest().key())),
                        Workplace.definition().rounds().getFirst())
                .content();

        content.passages()
                .forEach(passage -> assertThat(content.textOf(passage)).isNotEmpty());
        content.sources().forEach(source -> {
            assertThat(FLAGGING.in(source.text(), "CH")).isNotNull();
            assertThat(Masking.ofAddresses().mask(source.text()).text()).isNotEmpty();
        });
    }

    /** Under one item, from fifty respondents; and as many under the others. */
    @Timeout(60)
    @ParameterizedTest
    @MethodSource("texts")
    void hostile_54_56_long_texts_have_key_passages_and_terms(Text text) {
        var words = text.blocks().get().stream().map(RawBlock::text).collect(Collectors.joining("\n"));
        var describe = new DescribeTexts(new NoPlaces(), new LuceneStems());
        var here = filed(0, words);

        var reading = new ItemReading(
                here, describe.passages(ListKeyPassages.texts(here)), List.of(), Census.empty(), new LuceneTokens());

        var item = Workplace.definition().rounds().getFirst().instrument().getFirst();
        assertThat(reading.terms(filed(1_000, words), item, new LuceneTokens())).isNotNull();
        assertThat(reading.key().chosen())
                .isNotEmpty()
                .allSatisfy(chosen -> assertThat(chosen.words()).isNotEmpty());
        assertThat(reading.passages()).isEqualTo(here.size());
    }

    private static List<Filed> filed(int from, String words) {
        return IntStream.range(from, from + 50)
                .mapToObj(i -> new Filed(
                        new SubmissionId("1-%032x".formatted(i)),
                        Reference.fromDigest(ByteBuffer.allocate(10).putInt(i).array()),
                        new PassageId(1, 1),
                        words + " " + letters(i),
                        "en",
                        "respondent " + i,
                        "family " + i,
                        new Profile("", "", "en"),
                        true,
                        1,
                        1))
                .toList();
    }

    /** No encoder: what it reads of a text is bounded by its tokens. */
    private static final class NoPlaces implements Encoder {
        @Override
        public String version() {
            return "none";
        }

        @Override
        public int dimension() {
            return 0;
        }

        @Override
        public List<float[]> encode(List<String> texts, Role role) {
            return List.of();
        }
    }
}
