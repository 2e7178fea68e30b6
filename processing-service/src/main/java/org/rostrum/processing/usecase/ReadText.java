package org.rostrum.processing.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.FilingBasis;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.Round;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.duplicates.Names;
import org.rostrum.processing.domain.duplicates.Shingles;
import org.rostrum.processing.domain.duplicates.Slotted;
import org.rostrum.processing.domain.filing.Filer;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.filing.Instrument;
import org.rostrum.processing.domain.filing.Terms;
import org.rostrum.processing.domain.text.NormalisedText;
import org.rostrum.processing.domain.text.Passage;
import org.rostrum.processing.domain.text.Splitting;
import org.rostrum.processing.usecase.KnownTexts.Known;
import org.rostrum.processing.usecase.KnownTexts.Part;
import org.rostrum.processing.usecase.KnownTexts.Readers;

/**
 * Reads one text: its passages, their languages and where they are filed. Of a copy of what was read lately all of that is
 * taken over; of what is almost a copy, only what differs is read.
 */
final class ReadText {
    private static final int WAYS = 64;

    private final Languages languages;
    private final DescribeTexts describe;
    private final RoundModels models;
    private final KnownTexts known = new KnownTexts();
    private final Object[] ways = ways();

    ReadText(Languages languages, DescribeTexts describe, RoundModels models) {
        this.languages = languages;
        this.describe = describe;
        this.models = models;
    }

    /** What was asked of whoever wrote the texts of one version. */
    static final class Asked {
        private final ConsultationId consultation;
        private final Round round;
        private final Instrument instrument;
        private final Filer filer;

        Asked(ConsultationId consultation, Round round) {
            this.consultation = consultation;
            this.round = round;
            this.instrument = Instrument.of(round);
            this.filer = new Filer(instrument);
        }

        /** The same for this round if it is the same, for making it costs more than reading a copy does. */
        Asked orOf(ConsultationId other, Round now) {
            return consultation.equals(other) && round.equals(now) ? this : new Asked(other, now);
        }

        Filer filer() {
            return filer;
        }

        Instrument instrument() {
            return instrument;
        }
    }

    /**
     * What was read.
     *
     * @param language of the whole, BCP 47, if recognised
     * @param copied whether it is (almost) a copy of what was read before
     */
    record Read(@Nullable String language, List<Part> parts, boolean copied) {}

    static String place(Origin origin) {
        return switch (origin) {
            case Origin.Box box -> box.item().value();
            case Origin.FreeText _ -> "text";
            case Origin.File _ -> "file";
        };
    }

    /**
     * A text to be read.
     *
     * @param slotted the text with slots for these names
     */
    record Sent(SubmissionId from, Origin origin, NormalisedText text, Slotted slotted, Names names) {}

    Read read(Sent sent, Asked asked) {
        var readers = new Readers(
                new RoundTexts.Of(asked.consultation, asked.round.id()),
                models.knowledge(asked.consultation, asked.round, asked.instrument),
                place(sent.origin()));
        var copy = known.find(readers, sent.slotted());
        if (copy.isPresent()) {
            return copied(copy.get(), sent);
        }
        synchronized (ways[Math.floorMod(sent.slotted().hash().hashCode(), ways.length)]) {
            return known.find(readers, sent.slotted())
                    .map(found -> copied(found, sent))
                    .orElseGet(() -> unlikeAnyCopy(sent, asked, readers));
        }
    }

    void forget(RoundTexts.Of round) {
        known.forget(round);
    }

    /** Of equal texts that come side by side, the second waits for the first. */
    private static Object[] ways() {
        return Stream.generate(Object::new).limit(WAYS).toArray();
    }

    /** Passages, and what their author's headings say of them. */
    private record Split(List<Passage> passages, Filer.Headed headed) {}

    private static Split split(Sent sent, Asked asked) {
        if (sent.origin() instanceof Origin.Box) {
            var passages = Splitting.box(sent.text());
            return new Split(passages, Filer.Headed.none(passages.size()));
        }
        var passages = Splitting.document(sent.text(), asked.filer().outline());
        return new Split(passages, asked.filer().headed(passages));
    }

    private Read unlikeAnyCopy(Sent sent, Asked asked, Readers readers) {
        var split = split(sent, asked);
        var text = sent.text().text();
        var runs = Shingles.of(Terms.words(text));
        var almost = known.findAlmost(readers, runs);
        if (almost.isPresent()) {
            return almostCopied(almost.get(), sent, split, asked);
        }
        var spoken = spoken(split.passages());
        var language = mostSpoken(split.passages(), spoken)
                .or(() -> languages.detect(text))
                .orElse(null);
        var fresh = anew(sent.origin(), language, split, spoken, Names.NONE, asked);
        if (fresh.isWhole()) {
            var counterparts = new Counterparts(text, fresh.parts(), sent.names());
            known.add(
                    readers, new Known(sent.from(), text, sent.slotted(), runs, language, fresh.parts(), counterparts));
        }
        return new Read(language, fresh.parts(), false);
    }

    private static Read copied(Known template, Sent sent) {
        return new Read(
                template.language(),
                template.parts().stream()
                        .map(part -> new Part(
                                template.slotted().in(sent.slotted(), part.span()), part.language(), part.filing()))
                        .toList(),
                !template.from().equals(sent.from()));
    }

    /** What stands in the template, in the same words or reworded, is filed as there, unless the author's headings say otherwise. */
    private Read almostCopied(Known template, Sent sent, Split split, Asked asked) {
        var parts = new ArrayList<@Nullable Part>();
        var unlike = new ArrayList<Integer>();
        for (int i = 0; i < split.passages().size(); i++) {
            var passage = split.passages().get(i);
            var named = split.headed().itemOf(i);
            var same = template.counterparts()
                    .of(passage.text(), i, sent.names(), part -> fits(part.filing(), named))
                    .map(part -> new Part(passage.span(), part.language(), part.filing()));
            parts.add(same.orElse(null));
            if (same.isEmpty()) {
                unlike.add(i);
            }
        }
        var rest = new Split(
                unlike.stream().map(split.passages()::get).toList(),
                split.headed().of(unlike));
        var fresh = anew(sent.origin(), template.language(), rest, spoken(rest.passages()), sent.names(), asked)
                .parts()
                .iterator();
        return new Read(
                template.language(),
                parts.stream().map(part -> part == null ? fresh.next() : part).toList(),
                !template.from().equals(sent.from()));
    }

    /** Whether the template's author and this one say the same of where it belongs. */
    private static boolean fits(Filing filing, Optional<ItemNumber> named) {
        return filing.basis() == FilingBasis.HEADING
                ? named.map(List::of).equals(Optional.of(filing.items()))
                : named.isEmpty();
    }

    private List<Optional<String>> spoken(List<Passage> split) {
        return split.stream().map(passage -> languages.detect(passage.text())).toList();
    }

    /** The language of most of the text, as far as it is recognised. */
    private static Optional<String> mostSpoken(List<Passage> split, List<Optional<String>> spoken) {
        Map<String, Integer> lengths = new TreeMap<>();
        for (int i = 0; i < split.size(); i++) {
            int length = split.get(i).span().length();
            spoken.get(i).ifPresent(language -> lengths.merge(language, length, Integer::sum));
        }
        return lengths.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /**
     * What was read just now.
     *
     * @param isWhole whether it may stand for copies: not if the encoder should be asked again later
     */
    private record Fresh(List<Part> parts, boolean isWhole) {}

    private record Filed(List<Filing> filings, boolean isWhole) {}

    /** @param names that are left out of what is described, as everybody fills in others */
    private Fresh anew(
            Origin origin,
            @Nullable String language,
            Split split,
            List<Optional<String>> spoken,
            Names names,
            Asked asked) {
        var passages = split.passages();
        var filed = origin instanceof Origin.Box(var item)
                ? new Filed(asked.filer().fileBox(item, passages), true)
                : filed(split, spoken, language, names, asked);
        var parts = IntStream.range(0, passages.size())
                .mapToObj(i -> new Part(
                        passages.get(i).span(),
                        spoken.get(i).orElse(language),
                        filed.filings().get(i)))
                .toList();
        return new Fresh(parts, filed.isWhole());
    }

    private Filed filed(
            Split split, List<Optional<String>> spoken, @Nullable String language, Names names, Asked asked) {
        if (split.passages().isEmpty()) {
            return new Filed(List.of(), true);
        }
        var described = describe.document(IntStream.range(0, split.passages().size())
                .mapToObj(i -> new DescribeTexts.Text(
                        Slotted.withoutNames(split.passages().get(i).text(), names),
                        spoken.get(i).orElse(language)))
                .toList());
        var model = models.of(asked.consultation, asked.round, asked.instrument);
        var filings = asked.filer().fileDocument(split.headed(), described.features(), model);
        return new Filed(filings, described.isWhole() && describe.isWhole(model));
    }
}
