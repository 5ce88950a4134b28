"""A new epoch: how a log that has lost its end goes on, without using a position twice."""

from collections.abc import Mapping

import sqlalchemy as sa

from shared.database import Database, Statement
from shared.log.statements import HOLD_HEADS
from shared.tables import log_epochs, log_head

_RELEASE = Statement(sa.update(log_head).values(halted=None))
_BEGIN = Statement(
    sa.update(log_head)
    .where(log_head.c.shard == sa.bindparam("of"))
    .values(
        epoch=log_head.c.epoch + 1,
        position=sa.func.greatest(log_head.c.position, sa.bindparam("on_kafka", type_=sa.BigInteger)),
    )
    .returning(log_head.c.epoch, log_head.c.position)
)
_NOTE = Statement(sa.insert(log_epochs).values({name: sa.bindparam(name) for name in ("epoch", "shard", "after")}))


async def begin_epoch(database: Database, on_kafka: Mapping[int, int]) -> int:
    """Begin a new epoch in every shard and take writes again; return its number.

    `on_kafka` holds the last position of each shard that is on Kafka: numbering goes on after it, and what the log has
    lost up to there is known as lost to everybody who counts.
    """
    epoch = 0
    async with database.transaction() as rows:
        await rows.execute(_RELEASE)
        heads = await rows.fetch(sa.select(log_head.c.shard).order_by(log_head.c.shard))
        await rows.execute(HOLD_HEADS, [[head["shard"] for head in heads]])
        for head in heads:
            begun = await rows.fetch(_BEGIN, {"of": head["shard"], "on_kafka": on_kafka.get(head["shard"], 0)})
            epoch = begun[0]["epoch"]
            await rows.execute(_NOTE, {"epoch": epoch, "shard": head["shard"], "after": begun[0]["position"]})
    return epoch
