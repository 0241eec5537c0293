from datetime import timedelta


def parse(field, low, high):
    result = set()
    for part in field.split(","):
        step = 1
        body = part
        if "/" in part:
            body, step = part.split("/")
            step = int(step)
            if step < 1 or (body != "*" and "-" not in body):
                raise ValueError(part)
        if body == "*":
            first, last = low, high
        elif "-" in body:
            first, last = map(int, body.split("-"))
        else:
            first = last = int(body)
        if not low <= first <= last <= high:
            raise ValueError(part)
        result.update(range(first, last + 1, step))
    return result


def next_runs(expression, after, count):
    fields = expression.split()
    if len(fields) != 5 or count < 0:
        raise ValueError(expression)
    minutes = parse(fields[0], 0, 59)
    hours = parse(fields[1], 0, 23)
    days = parse(fields[2], 1, 31)
    months = parse(fields[3], 1, 12)
    weekdays = {d % 7 for d in parse(fields[4], 0, 7)}
    either = fields[2] != "*" and fields[4] != "*"
    result = []
    run = after.replace(second=0, microsecond=0)
    tried = 0
    while len(result) < count and tried < 9 * 366 * 24 * 60:
        run += timedelta(minutes=1)
        tried += 1
        day, weekday = run.day in days, run.isoweekday() % 7 in weekdays
        fits = (day or weekday) if either else (day and weekday)
        if fits and run.minute in minutes and run.hour in hours and run.month in months:
            result.append(run)
            tried = 0
    return result
