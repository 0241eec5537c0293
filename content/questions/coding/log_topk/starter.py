"""The busiest endpoints of each minute."""


def top_endpoints(lines, k):
    """For each minute the `k` busiest endpoints with their counts.

    A line: `2024-05-01T10:00:03Z GET /orders/42?page=2 200 12`
    """
