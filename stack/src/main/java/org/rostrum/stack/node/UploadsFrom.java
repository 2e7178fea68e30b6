package org.rostrum.stack.node;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.shaded.org.eclipse.jetty.http.HttpFields;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/**
 * Lets pages of one origin send files straight into the store, by addresses that were signed for them, and nothing else.
 *
 * <p>A browser asks first (Fetch, CORS preflight), without the headers that are signed. s3proxy checks the signature of that
 * question and refuses it (its issue 411), where S3 answers by its rules alone; so it is answered here, before s3proxy.
 */
final class UploadsFrom {
    private static final String METHOD = "PUT";
    private static final List<String> HEADERS = List.of("content-type", "x-amz-checksum-sha256");

    private final String origin;

    UploadsFrom(String origin) {
        this.origin = origin;
    }

    CrossOriginResourceSharing rules() {
        return new CrossOriginResourceSharing(List.of(Pattern.quote(origin)), List.of(METHOD), HEADERS, List.of(), "");
    }

    /** Before the server starts. s3proxy shows nobody its web server. */
    void answerQuestionsBefore(S3Proxy proxy) {
        try {
            Field field = S3Proxy.class.getDeclaredField("server");
            field.setAccessible(true);
            Server server = (Server) field.get(proxy);
            server.setHandler(new Preflights(server.getHandler()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This s3proxy is built otherwise; see UploadsFrom", e);
        }
    }

    private final class Preflights extends Handler.Wrapper {
        Preflights(Handler store) {
            super(store);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String asked = request.getHeaders().get("Access-Control-Request-Method");
            if (!request.getMethod().equals("OPTIONS") || asked == null) {
                return super.handle(request, response, callback);
            }
            boolean allowed = isAllowed(request.getHeaders(), asked);
            response.setStatus(allowed ? 200 : 403);
            if (allowed) {
                allow(response.getHeaders());
            }
            callback.succeeded();
            return true;
        }
    }

    private boolean isAllowed(HttpFields headers, String method) {
        return origin.equals(headers.get("Origin"))
                && METHOD.equals(method)
                && Set.copyOf(HEADERS).containsAll(named(headers.get("Access-Control-Request-Headers")));
    }

    private static List<String> named(String list) {
        return list == null || list.isBlank()
                ? List.of()
                : Pattern.compile(",")
                        .splitAsStream(list)
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
    }

    private void allow(HttpFields.Mutable headers) {
        headers.put("Access-Control-Allow-Origin", origin);
        headers.put("Access-Control-Allow-Methods", METHOD);
        headers.put("Access-Control-Allow-Headers", String.join(", ", HEADERS));
        headers.put("Access-Control-Max-Age", "600");
        headers.put("Vary", "Origin");
    }
}
