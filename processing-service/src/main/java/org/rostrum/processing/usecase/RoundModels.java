package org.rostrum.processing.usecase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Round;
import org.rostrum.processing.domain.filing.Instrument;
import org.rostrum.processing.domain.filing.ItemWording;
import org.rostrum.processing.domain.filing.RoundModel;
import org.rostrum.processing.domain.filing.Studied;
import org.rostrum.processing.domain.filing.content.Question;

/** What is known of each round by now. */
public final class RoundModels {
    private static final int KEPT = 20;

    private final DescribeTexts describe;
    private final Map<RoundTexts.Of, RoundModel> learned = new ConcurrentHashMap<>();
    private final Map<RoundTexts.Of, Round> unlearned = new ConcurrentHashMap<>();
    private final Map<List<ItemWording>, Described> questions = new LinkedHashMap<>(16, 0.75f, true);

    /** The questions of one instrument, once an encoder has read them; whoever needs them meanwhile waits for these alone. */
    private static final class Described {
        private @Nullable List<Question> questions;
    }

    public RoundModels(DescribeTexts describe) {
        this.describe = describe;
    }

    /** What the round has taught, or if nothing yet what its items' texts say. */
    public RoundModel of(ConsultationId consultation, Round round, Instrument instrument) {
        var known = learned.get(new RoundTexts.Of(consultation, round.id()));
        return known != null && known.isFor(instrument.places()) ? known : made(instrument, List.of());
    }

    /** Stands for what is known of the round: another object as soon as it is something else. */
    Object knowledge(ConsultationId consultation, Round round, Instrument instrument) {
        var of = new RoundTexts.Of(consultation, round.id());
        var known = learned.get(of);
        if (known != null && known.isFor(instrument.places())) {
            return known;
        }
        return unlearned.compute(of, (_, before) -> before != null && before.equals(round) ? before : round);
    }

    /** Learns from these documents; from now on this is what is known of the round. */
    RoundModel learn(ConsultationId consultation, Round round, List<List<Studied>> documents) {
        var model = made(Instrument.of(round), documents);
        learned.put(new RoundTexts.Of(consultation, round.id()), model);
        return model;
    }

    private RoundModel made(Instrument instrument, List<List<Studied>> documents) {
        return RoundModel.of(instrument.places(), questionsOf(instrument), documents);
    }

    /** Describing them takes a second or two where there are many languages, and they hardly ever change. */
    private List<Question> questionsOf(Instrument instrument) {
        var described = described(instrument);
        synchronized (described) {
            if (described.questions != null) {
                return described.questions;
            }
            var questionsNow = describe.questions(instrument);
            if (describe.isWhole(questionsNow)) {
                described.questions = questionsNow;
            }
            return questionsNow;
        }
    }

    private Described described(Instrument instrument) {
        synchronized (questions) {
            var described = questions.computeIfAbsent(instrument.wordings(), _ -> new Described());
            if (questions.size() > KEPT) {
                questions.remove(questions.keySet().iterator().next());
            }
            return described;
        }
    }
}
