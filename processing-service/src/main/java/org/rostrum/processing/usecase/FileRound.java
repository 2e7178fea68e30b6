package org.rostrum.processing.usecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.filing.ContentHash;
import org.rostrum.processing.domain.filing.Filer;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.filing.Instrument;
import org.rostrum.processing.domain.filing.RoundModel;
import org.rostrum.processing.domain.filing.Sample;
import org.rostrum.processing.domain.filing.Studied;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.domain.text.Passage;

/** Files all documents of a round at once, as they stand filed when the round is complete. */
public final class FileRound {
    /** Texts that are described together: enough to sort by length, few enough to hold. */
    private static final int BATCH = 256;

    private final DescribeTexts describe;
    private final Instrument instrument;
    private final Filer filer;

    public FileRound(DescribeTexts describe, Instrument instrument) {
        this.describe = describe;
        this.instrument = instrument;
        this.filer = new Filer(instrument);
    }

    /**
     * A text in its order.
     *
     * @param languages of each passage, BCP 47, if known
     * @param settled by the passage's place: where a person filed it; empty for "answers no question"
     */
    public record Document(
            List<Passage> passages, List<@Nullable String> languages, Map<Integer, List<ItemNumber>> settled) {}

    /** A document with what filing sees of its passages. */
    public record Described(Document document, List<Features> features) {
        Sample.Document studied() {
            return new Sample.Document(IntStream.range(0, features.size())
                    .mapToObj(i -> new Studied(
                            ContentHash.of(document.passages().get(i).text()),
                            features.get(i),
                            document.settled().get(i)))
                    .toList());
        }
    }

    /** Each different text is described once. */
    public List<Described> describe(List<Document> documents) {
        var different = new LinkedHashSet<DescribeTexts.Text>();
        documents.forEach(document -> different.addAll(texts(document)));
        var texts = List.copyOf(different);
        Map<DescribeTexts.Text, Features> features = new LinkedHashMap<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            var batch = texts.subList(from, Math.min(texts.size(), from + BATCH));
            var described = describe.passages(batch);
            for (int i = 0; i < batch.size(); i++) {
                features.put(batch.get(i), described.get(i));
            }
        }
        return documents.stream()
                .map(document -> new Described(
                        document, texts(document).stream().map(features::get).toList()))
                .toList();
    }

    private static List<DescribeTexts.Text> texts(Document document) {
        return IntStream.range(0, document.passages().size())
                .mapToObj(i -> new DescribeTexts.Text(
                        document.passages().get(i).text(), document.languages().get(i)))
                .toList();
    }

    /** What these documents teach. */
    public RoundModel learn(List<Described> documents) {
        return RoundModel.of(
                instrument.places(),
                describe.questions(instrument),
                Sample.of(documents.stream().map(Described::studied).toList()));
    }

    /** One filing for each passage: by headings, order and content. */
    public List<Filing> file(Described document, RoundModel model) {
        return filer.fileDocument(document.document().passages(), document.features(), model);
    }

    /** One filing for each passage, as if it stood alone without any heading. */
    public List<Filing> fileByContentAlone(Described document, RoundModel model) {
        var filings = new ArrayList<Filing>();
        for (int i = 0; i < document.features().size(); i++) {
            var passage = document.document().passages().get(i);
            var alone = new Passage(passage.span(), passage.text(), passage.page(), List.of());
            filings.addAll(filer.fileDocument(
                    List.of(alone), List.of(document.features().get(i)), model));
        }
        return filings;
    }
}
