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
 *       "timeoutMillis","cpuMillis","maxDepth"},"languages":[...]}}. {@code file} is a path that the worker can open;
 *       {@code fileName} and {@code mediaType} are what the sender claimed, and only hints; {@code languages} (BCP 47, may be
 *       absent) are those that pictures of text are likely in.
 *   <li>The worker answers {@code {"requestId","status","mediaType","detail",
 *       "blocks":[{"kind","level","text","page","part","number"}],"parts":[{"name","mediaType","counts","file","problem"}],
 *       "flags":[{"kind","count","detail"}],"last"}}. {@code status} is {@code ok}, {@code unreadable}, {@code encrypted},
 *       {@code too-large}, {@code unsupported}, {@code unsafe}, {@code malware} or {@code mismatched}; {@code kind} is
 *       {@code heading}, {@code paragraph}, {@code list-item}, {@code table-row} (cells parted by tabs), {@code footnote} or {@code
 *       furniture} (running heads and feet);
 *       {@code page} counts from 1, 0 where the format has no pages; {@code part} is an index into {@code parts}, of which the
 *       first is the file itself; {@code number} is that of the block's first line, paragraph or row, as the part's
 *       {@code counts} says, on its page if there are pages. Flags tell what is in the file and not in the blocks, or in
 *       them by guess. After an answer with {@code last} the worker ends by itself.
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
