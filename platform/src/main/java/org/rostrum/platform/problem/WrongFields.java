package org.rostrum.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says which field of what was sent is wrong, without the words of the parser: those name our classes. */
final class WrongFields {
    private WrongFields() {}

    static Problem of(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? wrongValue(mapping)
                : noJson(e);
    }

    private static Problem noJson(JsonProcessingException e) {
        JsonLocation where = e.getLocation();
        Problem problem = Problem.of(400, "not-json", "This is not the JSON we expect")
                .kept("Nothing of this request was kept.")
                .next("Correct the JSON and send it again; the API's description is at /openapi.");
        return where == null
                ? problem
                : problem.detail("It breaks at line %d, column %d.".formatted(where.getLineNr(), where.getColumnNr()));
    }

    private static Problem wrongValue(JsonMappingException e) {
        String pointer = e.getPath().stream().map(WrongFields::segment).collect(Collectors.joining());
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        return wrong(400).error(pointer, field, fault(e));
    }

    private static String segment(JsonMappingException.Reference step) {
        return "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : escape(step.getFieldName()));
    }

    /** RFC 6901, section 3. */
    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String fault(JsonMappingException e) {
        return e instanceof UnrecognizedPropertyException
                ? "There is no such field here; leave it out or correct its name."
                : "The value is not of the kind that belongs here.";
    }

    static Problem of(ConstraintViolationException e) {
        List<Problem.FieldError> errors = e.getConstraintViolations().stream()
                .map(WrongFields::error)
                .sorted(Comparator.comparing(Problem.FieldError::pointer).thenComparing(Problem.FieldError::detail))
                .toList();
        return wrong(422).errors(errors);
    }

    /** The first two steps of a path name the method and its parameter, which are none of the sender's business. */
    private static Problem.FieldError error(ConstraintViolation<?> violation) {
        List<String> steps = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Path.Node::toString)
                .toList();
        List<String> known =
                steps.size() > 2 ? steps.subList(2, steps.size()) : steps.subList(steps.size() - 1, steps.size());
        String pointer = known.stream()
                .map(step -> "/" + step.replace("[", "/").replace("]", ""))
                .collect(Collectors.joining());
        return new Problem.FieldError(pointer, known.getLast(), violation.getMessage());
    }

    private static Problem wrong(int status) {
        return Problem.of(status, "wrong-fields", "Some fields are wrong")
                .kept("Nothing of this request was kept.")
                .next("Correct every field that is listed and send it again.");
    }
}
