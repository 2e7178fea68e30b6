package org.rostrum.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Problems as JSON, for places that answer before there is a request to answer, or must not work for it. */
public final class ProblemTexts {
    public static final String MEDIA_TYPE = Problem.MEDIA_TYPE;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemTexts() {}

    public static String json(Problem problem) {
        try {
            return JSON.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is made of texts and always has a JSON form.", e);
        }
    }

    /** The usual problem of a status. */
    public static String ofStatus(int status) {
        return json(Problems.ofStatus(status));
    }
}
