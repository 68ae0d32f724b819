package org.waypost.hub.officer;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Who is at which browser. A session ends when nothing was asked by hand for {@link #IDLE}, after {@link #LONGEST}, and
 * when the account is no longer what it was. In memory, bounded. Safe for use by several threads.
 */
public final class Sessions {
    /** Longest time without a page or form. */
    public static final Duration IDLE = Duration.ofMinutes(15);

    /** A day's work; then one signs in again. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** Most sessions at a time; the oldest goes. */
    static final int MOST = 200;

    private static final int BYTES = 32;

    private final Officers officers;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final LinkedHashMap<String, Session> sessions = new LinkedHashMap<>();

    /** Sessions of one store's officers. */
    public Sessions(Officers officers, InstantSource clock) {
        this.officers = officers;
        this.clock = clock;
    }

    /** Begins a session; what its browser shows from now on. */
    public synchronized String begin(Account account) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (sessions.size() == MOST) {
            sessions.pollFirstEntry();
        }
        sessions.put(token, new Session(account, clock.instant(), clock.instant()));
        return token;
    }

    /** Who shows this token, by a page they asked for. */
    public Optional<Account> act(String token) {
        return whose(token, true);
    }

    /** Who shows this token, by a page that asks by itself. */
    public Optional<Account> watch(String token) {
        return whose(token, false);
    }

    private synchronized Optional<Account> whose(String token, boolean byHand) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> session.over(now));
        Optional<Account> account = Optional.ofNullable(sessions.get(token)).map(Session::account);
        if (account.isPresent() && !officers.find(account.get().officer()).equals(account)) {
            sessions.remove(token);
            return Optional.empty();
        }
        if (byHand) {
            sessions.computeIfPresent(token, (same, session) -> new Session(session.account, session.begun, now));
        }
        return account;
    }

    /** Ends a session, if there is one, and records that. */
    public synchronized void end(String token) {
        Optional.ofNullable(sessions.remove(token))
                .ifPresent(session -> officers.record(Officers.Passage.SIGNED_OUT, session.account.officer()));
    }

    private record Session(Account account, Instant begun, Instant last) {
        boolean over(Instant now) {
            return !now.isBefore(last.plus(IDLE)) || !now.isBefore(begun.plus(LONGEST));
        }
    }
}
