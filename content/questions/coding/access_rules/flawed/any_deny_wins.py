class AccessRules:
    def __init__(self):
        self.parents = {}
        self.groups = {}
        self.grants = {}

    def add_resource(self, resource, parent=None):
        if parent is not None and parent not in self.parents:
            raise ValueError("unknown parent")
        if resource in self.parents and resource in self._path(parent):
            raise ValueError("cannot move beneath itself")
        self.parents[resource] = parent

    def add_member(self, group, member):
        if not group.startswith("@"):
            raise ValueError("not a group")
        self.groups.setdefault(member, set()).add(group)

    def remove_member(self, group, member):
        self.groups.get(member, set()).discard(group)

    def grant(self, subject, action, resource, effect="allow"):
        if resource not in self.parents or effect not in ("allow", "deny"):
            raise ValueError("unknown resource or effect")
        self.grants.setdefault((resource, action, effect), set()).add(subject)

    def revoke(self, subject, action, resource, effect="allow"):
        subjects = self.grants.get((resource, action, effect), set())
        if subject not in subjects:
            return False
        subjects.remove(subject)
        return True

    def can(self, user, action, resource):
        if action == "*":
            raise ValueError("ask for one action")
        if resource not in self.parents:
            return False
        names = self._names(user)
        allowed = False
        for level in self._path(resource):
            for a in (action, "*"):
                if names & self.grants.get((level, a, "deny"), set()):
                    return False
                if names & self.grants.get((level, a, "allow"), set()):
                    allowed = True
        return allowed

    def _path(self, resource):
        path = []
        while resource is not None:
            path.append(resource)
            resource = self.parents[resource]
        return path

    def _names(self, user):
        names, todo = {user}, [user]
        while todo:
            for group in self.groups.get(todo.pop(), ()):
                if group not in names:
                    names.add(group)
                    todo.append(group)
        return names
