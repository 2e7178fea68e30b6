package org.rostrum.processing.domain.filing;

import java.util.LinkedHashMap;
import java.util.List;
import org.rostrum.contracts.Item;
import org.rostrum.contracts.ItemKind;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.LocalizedText;
import org.rostrum.contracts.SubmissionKind;

/** Instruments to file under. */
final class Instruments {

    private Instruments() {}

    /** Three questions, the second with areas, in two languages. */
    static Instrument network() {
        return Instrument.of(
                List.of(
                        question(
                                "1",
                                "How could multilateral processes such as the summits address Internet development?",
                                "Comment les processus multilatéraux tels que les sommets pourraient-ils traiter du développement de l'Internet ?"),
                        question(
                                "2",
                                "What are the challenges and good practices to strengthen the network, in areas such as:",
                                "Quels sont les défis et les bonnes pratiques pour renforcer le réseau, dans des domaines tels que :",
                                area("2.a", "fostering meaningful connectivity", "promouvoir une connectivité utile"),
                                area("2.e", "the deployment of IPv6", "le déploiement d'IPv6"),
                                area(
                                        "2.f",
                                        "using satellites to reach remote areas",
                                        "utiliser les satellites pour atteindre les zones reculées")),
                        question(
                                "3",
                                "How can we promote cooperation among stakeholders on public policy issues?",
                                "Comment promouvoir la coopération entre les parties prenantes sur les questions de politique publique ?")),
                List.of(SubmissionKind.RESPONSE));
    }

    static Item question(String number, String english, String french, Item... areas) {
        return new Item(
                new ItemNumber(number), ItemKind.QUESTION, text(english, french), null, List.of(), List.of(areas));
    }

    static Item area(String number, String english, String french) {
        return new Item(new ItemNumber(number), ItemKind.AREA, text(english, french), null, List.of(), List.of());
    }

    private static LocalizedText text(String english, String french) {
        LinkedHashMap<String, String> texts = new LinkedHashMap<>();
        texts.put("en", english);
        texts.put("fr", french);
        return new LocalizedText(texts);
    }
}
