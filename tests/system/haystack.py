"""Everything that a running system has stored, sent and logged, as bytes with their place, and how words hide in it."""

import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from urllib.parse import quote, urlsplit

import psycopg
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from psycopg.sql import SQL, Identifier

from deploy.local.provision import ServiceDatabase

Hay = tuple[str, bytes]
"""Where something was found, as `identity.public.users.email`, and the bytes there."""

_COLUMNS = """
SELECT table_schema, table_name, array_agg(column_name::text), array_agg(udt_name::text)
FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
GROUP BY 1, 2 ORDER BY 1, 2
"""


def stored(admin_url: str, databases: Mapping[str, ServiceDatabase]) -> Iterator[Hay]:
    """Yield every value of every column of every table of the services' databases, read as a superuser."""
    for service, database in databases.items():
        url = urlsplit(admin_url)._replace(path=urlsplit(database.owner_url).path).geturl()
        with psycopg.connect(url) as connection:
            for schema, table, columns, types in connection.execute(_COLUMNS).fetchall():
                shown = SQL(", ").join(
                    SQL("{}" if kind == "bytea" else "{}::text").format(Identifier(column))
                    for column, kind in zip(columns, types, strict=True)
                )
                for row in connection.execute(SQL("SELECT {} FROM {}").format(shown, Identifier(schema, table))):
                    for column, value in zip(columns, row, strict=True):
                        if value is not None:
                            text = value if isinstance(value, bytes) else value.encode()
                            yield f"{service}.{schema}.{table}.{column}", text


async def sent(kafka: str, topic_prefix: str) -> AsyncIterator[Hay]:
    """Yield key, value and headers of every record of every topic with this prefix."""
    consumer = AIOKafkaConsumer(bootstrap_servers=kafka, group_id=None, auto_offset_reset="earliest")
    await consumer.start()
    try:
        partitions = await _partitions(kafka, topic_prefix)
        consumer.assign(partitions)
        ends = await consumer.end_offsets(partitions)
        waiting = {partition for partition in partitions if ends[partition]}
        while waiting := {p for p in waiting if await consumer.position(p) < ends[p]}:
            for partition, records in (await consumer.getmany(*waiting, timeout_ms=500)).items():
                for record in records:
                    headers = [part for name, value in record.headers for part in (name.encode(), value)]
                    for part in (record.key, record.value, *headers):
                        yield partition.topic.removeprefix(topic_prefix), part or b""
    finally:
        await consumer.stop()


async def _partitions(kafka: str, topic_prefix: str) -> list[TopicPartition]:
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka)
    await admin.start()
    try:
        topics = [topic for topic in await admin.list_topics() if topic.startswith(topic_prefix)]
        described = await admin.describe_topics(topics)
    finally:
        await admin.close()
    return [TopicPartition(topic["topic"], part["partition"]) for topic in described for part in topic["partitions"]]


def forms(word: str) -> Iterator[bytes]:
    """Yield how a word may be written, in lower case: plain, in JSON, in a URL, as hexadecimal, as base64."""
    raw = word.encode()
    yield from {raw.lower(), json.dumps(word)[1:-1].lower().encode(), quote(word).lower().encode(), raw.hex().encode()}
    for encode in (urlsafe_b64encode, b64encode):
        for shift, skipped in enumerate((0, 2, 3)):
            # the first and the last characters hold bits of the neighbours too
            yield encode(bytes(shift) + raw).rstrip(b"=")[skipped:-1].lower()


def places(words: Iterable[str], hay: Iterable[Hay]) -> dict[str, set[str]]:
    """Return for each word the places where it is, in whatever form and case."""
    heaps: dict[str, list[bytes]] = {}
    for place, text in hay:
        heaps.setdefault(place, []).append(text.lower())
    joined = {place: b"\0".join(texts) for place, texts in heaps.items()}
    return {
        word: {place for place, heap in joined.items() if any(form in heap for form in set(forms(word)))}
        for word in words
    }
