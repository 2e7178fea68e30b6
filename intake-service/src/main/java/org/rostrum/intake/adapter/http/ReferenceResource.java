package org.rostrum.intake.adapter.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rostrum.contracts.Json;
import org.rostrum.intake.usecase.DefinitionSchema;
import org.rostrum.intake.usecase.ReceiptSignatures;

/** What others need to check us: the key that verifies receipts, the schema of definitions. */
@Path("/")
@Tag(name = "Reference")
public class ReferenceResource {
    private static final int RAW_KEY_BYTES = 32;

    private final ReceiptSignatures signatures;
    private final DefinitionSchema schema;

    ReferenceResource(ReceiptSignatures signatures, DefinitionSchema schema) {
        this.signatures = signatures;
        this.schema = schema;
    }

    @GET
    @Path("api/v1/receipt-key")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The public key that verifies receipts",
            description = "A receipt is valid if its signature verifies over the canonical JSON (names sorted, no white"
                    + " space, UTF-8) of everything in it but the member signature.")
    public Response receiptKey() {
        byte[] der = signatures.publicKey();
        byte[] raw = Arrays.copyOfRange(der, der.length - RAW_KEY_BYTES, der.length);
        var json = Map.of(
                "keyId", signatures.keyId(),
                "algorithm", "Ed25519",
                "publicKey", Base64.getEncoder().encodeToString(der),
                "jwk", Map.of("kty", "OKP", "crv", "Ed25519", "kid", signatures.keyId(), "x", base64url(raw)));
        return cacheable(Json.writeCanonical(json));
    }

    @GET
    @Path("schema/consultation.schema.json")
    @Produces("application/schema+json")
    @Operation(summary = "The JSON Schema of a consultation's definition")
    public Response definitionSchema() {
        return cacheable(schema.text());
    }

    private static Response cacheable(Object entity) {
        return Response.ok(entity)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
