/**
 * The process that reads strangers' files, one at a time, and tells what it found to the service that started it.
 *
 * <h2>Protocol, version 1</h2>
 *
 * <p>The service writes to standard input, the worker to standard output; standard error is for logs. Everything goes in
 * frames: four bytes, big-endian, for the number of bytes that follow; then that many bytes of UTF-8 JSON.
 *
 * <ol>
 *   <li>When it can work, the worker says {@code {"protocol":1,"network":false,"protections":[...]}}: whether it could reach
 *       another process by network, and what keeps it from the inside, see {@code Confinement}.
 *   <li>The service asks {@code {"requestId","file","fileName","mediaType","limits":{"maxBytes","maxCharacters",
 *       "timeoutMillis","cpuMillis","maxDepth"}}}. {@code file} is a path that the worker can open; {@code fileName} and {@code mediaType} are
 *       what the sender claimed, and only hints.
 *   <li>The worker answers {@code {"requestId","status","mediaType","detail","blocks":[{"kind","level","text","page"}],
 *       "warnings":[...],"last"}}. {@code status} is {@code ok}, {@code unreadable}, {@code encrypted}, {@code too-large},
 *       {@code unsupported}, {@code unsafe}, {@code malware} or {@code mismatched}; {@code kind} is {@code heading}, {@code paragraph}, {@code list-item} or
 *       {@code table-row}; {@code page} counts from 1, 0 where the format has no pages. After an answer with
 *       {@code last} the worker ends by itself.
 *   <li>Steps 2 and 3 repeat; at the end of its input the worker ends.
 * </ol>
 *
 * <p>A request that outlasts {@code timeoutMillis} ends the worker from within (exit code 4), so that none survives a service
 * that was killed; one that takes more than {@code cpuMillis} of processor time as well (exit code 5). No answer and an end of
 * the stream means that the file broke the worker.
 */
@NullMarked
package org.rostrum.extraction;

import org.jspecify.annotations.NullMarked;
