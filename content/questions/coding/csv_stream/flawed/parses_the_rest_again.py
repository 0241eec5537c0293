class Reader:
    def __init__(self, delimiter=","):
        if len(delimiter) != 1 or delimiter in '"\r\n':
            raise ValueError("delimiter")
        self.delimiter = delimiter
        self.buffer = ""
        self.first = True
        self.done = False

    def feed(self, chunk):
        if self.done:
            raise ValueError("finished")
        if chunk and self.first:
            chunk = chunk.removeprefix("\ufeff")
            self.first = False
        self.buffer += chunk
        return self.parse(False)

    def finish(self):
        if self.done:
            raise ValueError("finished")
        rows = self.parse(True)
        self.done = True
        return rows

    def parse(self, last):
        rows, row, field, state, start = [], [], "", "empty", 0
        text = self.buffer
        i = 0
        while i < len(text):
            c = text[i]
            if c == "\r" and i + 1 == len(text) and not last:
                break
            if state == "quoted":
                if c == '"':
                    state = "closed"
                else:
                    field += c
            elif c == "\n" or text.startswith("\r\n", i):
                if row or state != "empty":
                    rows.append(row + [field])
                row, field, state = [], "", "empty"
                i += 1 if c == "\n" else 2
                start = i
                continue
            elif c == self.delimiter:
                row.append(field)
                field, state = "", "empty"
            elif c == '"' and state == "empty":
                state = "quoted"
            elif c == '"' and state == "closed":
                field += c
                state = "quoted"
            elif state == "closed":
                self.done = True
                raise ValueError("text after quotes")
            else:
                field += c
                state = "plain"
            i += 1
        self.buffer = text[start:]
        if last:
            if state == "quoted":
                self.done = True
                raise ValueError("open quotes")
            if row or state != "empty":
                rows.append(row + [field])
        return rows
