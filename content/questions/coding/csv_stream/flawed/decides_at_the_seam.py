class Reader:
    def __init__(self, delimiter=","):
        if len(delimiter) != 1 or delimiter in '"\r\n':
            raise ValueError("delimiter")
        self.delimiter = delimiter
        self.state = "empty"
        self.row = []
        self.field = []
        self.first = True
        self.done = False

    def feed(self, chunk):
        if self.done:
            raise ValueError("finished")
        if chunk and self.first:
            chunk = chunk.removeprefix("\ufeff")
            self.first = False
        rows = []
        i = 0
        while i < len(chunk):
            c = chunk[i]
            following = chunk[i + 1:i + 2]
            if self.state == "quoted":
                if c == '"' and following == '"':
                    self.field.append('"')
                    i += 1
                elif c == '"':
                    self.state = "closed"
                else:
                    self.field.append(c)
            elif c == "\n" or (c == "\r" and following == "\n"):
                if c == "\r":
                    i += 1
                self.end_row(rows)
            elif c == self.delimiter:
                self.end_field()
            elif self.state == "closed":
                self.done = True
                raise ValueError("text after quotes")
            elif c == '"' and self.state == "empty":
                self.state = "quoted"
            else:
                self.field.append(c)
                self.state = "plain"
            i += 1
        return rows

    def finish(self):
        rows = self.feed("")
        self.done = True
        if self.state == "quoted":
            raise ValueError("open quotes")
        self.end_row(rows)
        return rows

    def end_field(self):
        self.row.append("".join(self.field))
        self.field = []
        self.state = "empty"

    def end_row(self, rows):
        if self.state == "empty" and not self.row:
            return
        self.end_field()
        rows.append(self.row)
        self.row = []
