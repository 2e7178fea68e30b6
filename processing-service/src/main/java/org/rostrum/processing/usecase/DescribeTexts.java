package org.rostrum.processing.usecase;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.processing.domain.filing.Instrument;
import org.rostrum.processing.domain.filing.ItemWording;
import org.rostrum.processing.domain.filing.RoundModel;
import org.rostrum.processing.domain.filing.content.Features;
import org.rostrum.processing.domain.filing.content.Grams;
import org.rostrum.processing.domain.filing.content.Question;
import org.rostrum.processing.domain.text.VisibleText;

/** Turns texts into what filing sees of them. */
public final class DescribeTexts {
    private static final Logger LOG = System.getLogger(DescribeTexts.class.getName());

    /** Far beyond the tokens that encoders read; of a word of a megabyte their tokenizers take gigabytes. House choice. */
    private static final int LONGEST = 10_000;
    /** Some twenty seconds of a core. House choice. */
    private static final int MOST_OF_ONE = 1_000;
    /** In place of a meaning that could not be asked for; of a text that an encoder cannot read it gives another empty one. */
    private static final float[] NOT_ASKED = new float[0];

    private final Encoder encoder;
    private final WordStems stems;

    public DescribeTexts(Encoder encoder, WordStems stems) {
        this.encoder = encoder;
        this.stems = stems;
    }

    /**
     * A text to be described.
     *
     * @param language BCP 47, if recognised
     */
    public record Text(String words, @Nullable String language) {
        /** Leaves the words out of logs. */
        @Override
        public String toString() {
            return "Text[" + words.length() + " characters]";
        }
    }

    /**
     * What was made of texts.
     *
     * @param isWhole whether it is all that it can be; not if the encoder could not be asked and should be later
     */
    record Described(List<Features> features, boolean isWhole) {
        Described {
            features = List.copyOf(features);
        }
    }

    /** Passages, in order; without meaning while the encoder cannot be asked. */
    public List<Features> passages(List<Text> texts) {
        return all(texts).features();
    }

    Described all(List<Text> texts) {
        return described(texts, Encoder.Role.PASSAGE);
    }

    /**
     * The same for the passages of one document. Of a very long one the encoder reads only some, all over it: nobody's text may
     * keep everybody else waiting for minutes.
     */
    Described document(List<Text> passages) {
        int step = Math.max(1, Math.ceilDiv(passages.size(), MOST_OF_ONE));
        if (step == 1) {
            return all(passages);
        }
        var some = all(IntStream.range(0, passages.size())
                .filter(i -> i % step == 0)
                .mapToObj(passages::get)
                .toList());
        var read = some.features().iterator();
        var features = IntStream.range(0, passages.size())
                .mapToObj(i -> i % step == 0 ? read.next() : described(visible(passages.get(i)), new float[0]))
                .toList();
        return new Described(features, some.isWhole());
    }

    /** Passages, in order, by their words alone. */
    public List<Features> byWords(List<Text> texts) {
        return texts.stream()
                .map(text -> described(visible(text), new float[0]))
                .toList();
    }

    /** How many of these the encoder would have to read first. */
    public int unread(List<Text> texts) {
        return encoder.dimension() == 0
                ? 0
                : encoder.unread(texts.stream()
                        .map(Text::words)
                        .map(DescribeTexts::given)
                        .toList());
    }

    /** The places of an instrument as its organiser worded them, in order. */
    public List<Question> questions(Instrument instrument) {
        List<ItemWording> wordings = instrument.wordings();
        var texts = new ArrayList<Text>();
        wordings.forEach(wording -> {
            texts.add(new Text(wording.own(), wording.language()));
            texts.add(new Text(wording.context() == null ? "" : wording.context(), wording.language()));
        });
        List<Features> features = described(texts, Encoder.Role.QUERY).features();
        Map<ItemNumber, List<Question.Wording>> byItem = new HashMap<>();
        for (int i = 0; i < wordings.size(); i++) {
            var wording = wordings.get(i);
            Features context = wording.context() == null ? null : features.get(2 * i + 1);
            byItem.computeIfAbsent(wording.item(), _ -> new ArrayList<>())
                    .add(new Question.Wording(wording.language(), features.get(2 * i), context));
        }
        return instrument.places().stream()
                .map(item -> new Question(byItem.getOrDefault(item, List.of())))
                .toList();
    }

    /** Which encoder it rests on. */
    public String version() {
        return encoder.version();
    }

    /** Whether these are all that they can be; not if the encoder should be asked again later. */
    public boolean isWhole(List<Question> questions) {
        return encoder.dimension() == 0
                || questions.isEmpty()
                || questions.stream()
                        .flatMap(question -> question.wordings().stream())
                        .anyMatch(wording -> wording.own().isUnderstood());
    }

    /** Whether what a model knows of the questions is all that it can be. */
    boolean isWhole(RoundModel model) {
        return encoder.dimension() == 0 || model.isUnderstood();
    }

    /** As an eye reads them: what is hidden in a text files it nowhere else. */
    @SuppressWarnings("ReferenceEquality") // one empty meaning is not like the other
    private Described described(List<Text> sent, Encoder.Role role) {
        var texts = sent.stream().map(DescribeTexts::visible).toList();
        List<float[]> meanings = meanings(
                texts.stream().map(Text::words).map(DescribeTexts::beginning).toList(), role);
        var features = IntStream.range(0, texts.size())
                .mapToObj(i -> described(texts.get(i), meanings.get(i)))
                .toList();
        return new Described(features, meanings.stream().noneMatch(meaning -> meaning == NOT_ASKED));
    }

    /** What an encoder is given of a text: as an eye reads it, and of a very long one the beginning. */
    static String given(String text) {
        return beginning(VisibleText.in(text));
    }

    private static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static Text visible(Text text) {
        return new Text(VisibleText.in(text.words()), text.language());
    }

    private Features described(Text text, float[] meaning) {
        return new Features(
                text.language(),
                stems.of(text.words(), text.language()),
                Grams.of(text.words()),
                meaning.length == 0 ? null : meaning);
    }

    private List<float[]> meanings(List<String> texts, Encoder.Role role) {
        if (encoder.dimension() == 0 || texts.isEmpty()) {
            return Collections.nCopies(texts.size(), new float[0]);
        }
        try {
            return encoder.encode(texts, role);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The encoder cannot be asked; texts are filed without it for now; fault={0}",
                    e.getClass().getName());
            return Collections.nCopies(texts.size(), NOT_ASKED);
        }
    }
}
