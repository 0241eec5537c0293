from datetime import datetime, timedelta


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
    minutes = sorted(parse(fields[0], 0, 59))
    hours = sorted(parse(fields[1], 0, 23))
    days = parse(fields[2], 1, 31)
    months = parse(fields[3], 1, 12)
    weekdays = {d % 7 for d in parse(fields[4], 0, 7)}
    start = after.replace(second=0, microsecond=0)
    result = []
    day = after.date()
    for _ in range(100 * 366):
        if len(result) >= count:
            break
        if fields[2] != "*" and fields[4] != "*":
            fits = day.day in days or day.isoweekday() % 7 in weekdays
        else:
            fits = day.day in days and day.isoweekday() % 7 in weekdays
        if fits and day.month in months:
            for hour in hours:
                for minute in minutes:
                    run = datetime(day.year, day.month, day.day, hour, minute)
                    if run >= start:
                        result.append(run)
        day += timedelta(days=1)
    return result[:count]
