package org.waypost.hub.broker;

import java.lang.System.Logger.Level;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.jspecify.annotations.Nullable;
import org.waypost.contract.HubName;
import org.waypost.contract.PeerTrust;
import org.waypost.contract.TerminalId;

/**
 * Knows a client by the common name of its certificate and by nothing else. A client that gives a user name is turned
 * away (the broker would key its caches by it), and so is one whose client id is not its common name (it would take
 * over another's session).
 */
final class CertificateSecurity implements ActiveMQSecurityManager5 {
    private static final System.Logger LOG = System.getLogger(CertificateSecurity.class.getName());

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            RemotingConnection connection,
            @Nullable String securityDomain) {
        Optional<String> name = certificate(connection).flatMap(CertificateSecurity::commonName);
        if (user != null || password != null || name.isEmpty() || !name.get().equals(connection.getClientID())) {
            return null;
        }
        return new Subject(true, Set.of(new UserPrincipal(name.get())), Set.of(), Set.of());
    }

    /** The client's own, if it is strong enough: the handshake asks for the rest. */
    private static Optional<X509Certificate> certificate(RemotingConnection connection) {
        X509Certificate[] chain = CertificateUtil.getCertsFromConnection(connection);
        if (chain == null || chain.length == 0) {
            return Optional.empty();
        }
        Optional<String> weakness = PeerTrust.weakness(chain[0]);
        weakness.ifPresent(what ->
                LOG.log(Level.WARNING, "a client at {0} is turned away: {1}", connection.getRemoteAddress(), what));
        return weakness.isEmpty() ? Optional.of(chain[0]) : Optional.empty();
    }

    /** The one common name; two would be two persons. */
    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            List<String> names = new LdapName(
                            certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(Object::toString)
                            .toList();
            return names.size() == 1
                    ? names.stream().filter(CertificateSecurity::known).findFirst()
                    : Optional.empty();
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean known(String name) {
        try {
            return HubName.isOne(name) || new TerminalId(name).value().equals(name);
        } catch (IllegalArgumentException notAName) {
            return false;
        }
    }

    @Override
    public boolean authorize(@Nullable Subject subject, Set<Role> roles, CheckType checkType, String address) {
        return subject != null
                && subject.getPrincipals(UserPrincipal.class).stream()
                        .anyMatch(name -> Permissions.allow(name.getName(), checkType, address));
    }

    /** Never asked: a client without certificate does not get through the handshake. */
    @Override
    public boolean validateUser(@Nullable String user, @Nullable String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String user, @Nullable String password, Set<Role> roles, CheckType checkType) {
        return false;
    }
}
