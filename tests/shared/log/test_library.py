"""The eventsourcing library's own recorder, pointed at the table, reads every event."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit
from uuid import uuid4

import orjson
import pytest
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore

from deploy.local.provision import ServiceDatabase
from tests.shared.conftest import Owner
from tests.shared.log.things import Thing, ThingsApplication


@pytest.fixture
def recorder(things_database: ServiceDatabase) -> Iterator[PostgresApplicationRecorder]:
    """Return the library's recorder, in the service's own role."""
    url = urlsplit(things_database.url)
    assert url.hostname
    assert url.port
    datastore = PostgresDatastore(
        url.path[1:], url.hostname, url.port, unquote(url.username or ""), unquote(url.password or "")
    )
    with datastore:
        yield PostgresApplicationRecorder(datastore, events_table_name="events")


async def test_the_library_reads_the_streams_and_the_notifications(
    application: ThingsApplication, owner: Owner, recorder: PostgresApplicationRecorder
) -> None:
    things: list[Thing] = []
    for number in range(30):
        thing = await application.make_thing(f"name {number}", f"label {uuid4()}", owner=uuid4())
        await application.rename_thing(thing.id, "second")
        things.append(await application.rename_thing(thing.id, "third"))

    stream = recorder.select_events(things[0].id)
    assert [event.originator_version for event in stream] == [1, 2, 3]
    assert [event.topic for event in stream] == ["things.ThingMade", *["things.ThingRenamed"] * 2]
    assert [orjson.loads(event.state)["subject"] for event in stream] == [str(things[0].id)] * 3
    assert [event.originator_version for event in recorder.select_events(things[0].id, gt=1, desc=True)] == [3, 2]

    heads = {head.shard: head.position for head in await application.plumbing.log.heads()}
    seen, after = [], None
    while section := recorder.select_notifications(after, limit=7, inclusive_of_start=False):
        seen += section
        after = section[-1].id
    assert len(seen) == sum(heads.values()) == 90
    assert [notification.id for notification in seen] == sorted({notification.id for notification in seen})
    assert after == recorder.max_notification_id()
    placed = await owner.execute("SELECT event_id, shard, position, body FROM events ORDER BY notification_id")
    for notification, (event_id, shard, position, body) in zip(seen, await placed.fetchall(), strict=True):
        # a shard's notifications come in the order of their positions
        assert (notification.id - 1) % 12 == shard
        assert (notification.id - 1) // 12 + 1 == position
        assert notification.state == body
        assert orjson.loads(notification.state)["id"] == str(event_id)
