package org.rostrum.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** People who respond, and what they send. All of them are invented. */
final class Respondents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Respondents() {}

    /** A complete, valid submission without attachments, with these answers in the order of their items. */
    static ObjectNode submission(String publication, Map<String, String> answers) {
        var submission = JSON.createObjectNode();
        submission
                .putObject("respondent")
                .put("givenName", "Wilhelmina")
                .put("familyName", "Quastenflosser")
                .put("jobTitle", "Head of Policy")
                .put("organisation", "Lakeside Network Cooperative")
                .put("country", "CH")
                .put("stakeholderGroup", "Civil society")
                .put("email", "wilhelmina@lakeside.example");
        submission.put("language", "en").put("publication", publication).put("declaration", true);
        var list = submission.putArray("answers");
        new TreeMap<>(answers)
                .forEach((item, text) -> list.addObject().put("item", item).put("text", text));
        return submission;
    }

    /** The same from somebody who never appears publicly in any test. */
    static ObjectNode hidden(String publication, Map<String, String> answers) {
        var submission = submission(publication, answers);
        submission
                .putObject("respondent")
                .put("givenName", "Ottokar")
                .put("familyName", "Zwiebelturm")
                .put("jobTitle", "Keeper of Fjords")
                .put("organisation", "Fernweh Institute")
                .put("country", "LI")
                .put("stakeholderGroup", "Academia")
                .put("email", "ottokar@fernweh.example");
        return submission.put("onBehalfOf", "Guild of Ferrymen");
    }

    /** Every word by which the hidden one could be recognised. */
    static List<String> hiddenIdentity() {
        return List.of(
                "Ottokar",
                "Zwiebelturm",
                "Fernweh",
                "Keeper of Fjords",
                "Liechtenstein",
                "\"LI\"",
                "Guild of Ferrymen");
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    static String json(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
