"""Who may do what."""


class AccessRules:
    """Grants to people and groups, on resources within resources.

    Everything is text. The name of a group begins with "@", as in "@legal"; that of a user never does.
    An action is a text such as "read", or "*".
    """

    def add_resource(self, resource, parent=None):
        """Add a resource, inside of another one if a parent is given."""

    def add_member(self, group, member):
        """Put a user or a group into a group."""

    def remove_member(self, group, member):
        """Take a user or a group out of a group."""

    def grant(self, subject, action, resource, effect="allow"):
        """Allow or, with the effect "deny", deny a user or a group an action on a resource."""

    def revoke(self, subject, action, resource, effect="allow"):
        """Take back a grant."""

    def can(self, user, action, resource):
        """Whether a user may do something to a resource."""
