"""Given what happened, when something is asked of a person or a session, then what happens or is refused."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from services.identity.aggregates import RefreshRefused, Session, TokenHashes, User
from services.identity.events import (
    SessionEnded,
    SessionRefreshed,
    SessionStarted,
    UserProfileChanged,
    UserRegistered,
)
from shared.aggregates import Aggregate
from shared.events import Event

AT = datetime(2026, 1, 1, tzinfo=UTC)
LATER = datetime.now(UTC) + timedelta(days=30)
LATER_STILL = LATER + timedelta(days=1)
ADA = UUID(int=1)

REGISTERED = UserRegistered(
    email="ada@example.com", full_name="Ada Lovelace", role="user", is_active=True, email_verified=False
)
STARTED = SessionStarted(user_id=ADA, expires_at=LATER)
FIRST, SECOND, THIRD = (TokenHashes("session", token) for token in ("first", "second", "third"))
FOREIGN = TokenHashes("another session", "first")


def given(aggregate: Aggregate, *events: Event) -> Any:
    for event in events:
        aggregate.advance(event, AT)
    return aggregate


def then(aggregate: Aggregate) -> list[Event]:
    return [fact.event for fact in aggregate.collect_events()]


def session(*events: Event, newest: TokenHashes = FIRST) -> Any:
    session = given(Session.begin(), *events)
    session.session_hash, session.token_hash = newest.session, newest.token
    return session


def test_a_person_registers_with_the_role_user_and_an_unverified_address() -> None:
    user = User.begin()
    user.register(email="ada@example.com", password_hash="$2b$…", full_name="Ada Lovelace")
    assert then(user) == [REGISTERED]
    assert (user.version, user.person(), user.may_log_in()) == (1, user.id, True)


def test_the_hash_of_the_password_is_kept_but_told_by_no_event() -> None:
    user = User.begin()
    user.register(email="ada@example.com", password_hash="$2b$…", full_name="Ada Lovelace")
    [fact] = user.collect_events()
    assert user.password_hash == "$2b$…"
    assert "$2b$…" not in repr(fact)


def test_a_new_name_tells_the_name_before_and_after() -> None:
    user = given(User.begin(), REGISTERED)
    user.change_profile(full_name="Ada King")
    [fact] = user.collect_events()
    assert fact.event == UserProfileChanged(full_name="Ada King")
    assert (fact.old_values, fact.new_values) == ({"full_name": "Ada Lovelace"}, {"full_name": "Ada King"})


def test_the_same_name_again_is_no_event() -> None:
    user = given(User.begin(), REGISTERED)
    user.change_profile(full_name="Ada Lovelace")
    assert then(user) == []


def test_whoever_is_inactive_or_deleted_may_not_log_in() -> None:
    inactive, deleted = (given(User.begin(), REGISTERED) for _ in range(2))
    inactive.is_active, deleted.deleted_at = False, AT
    assert not inactive.may_log_in()
    assert not deleted.may_log_in()


def test_a_session_starts_with_a_token_of_which_only_hashes_are_kept() -> None:
    begun = Session.begin()
    begun.start(user_id=ADA, hashes=FIRST, expires_at=LATER)
    [fact] = begun.collect_events()
    assert fact.event == STARTED
    assert (begun.session_hash, begun.token_hash) == (FIRST.session, FIRST.token)
    assert not {FIRST.session, FIRST.token} & set(fact.new_values.values())


def test_the_newest_token_is_exchanged_and_the_session_lasts_longer() -> None:
    kept = session(STARTED)
    kept.refresh(FIRST, SECOND, expires_at=LATER_STILL)
    kept.refresh(SECOND, THIRD, expires_at=LATER_STILL)
    assert then(kept) == [SessionRefreshed(expires_at=LATER_STILL)] * 2
    assert (kept.token_hash, kept.expires_at) == ("third", LATER_STILL)


def test_a_token_that_was_exchanged_before_ends_the_session() -> None:
    robbed = session(STARTED, newest=SECOND)
    robbed.refresh(FIRST, THIRD, expires_at=LATER_STILL)
    [fact] = robbed.collect_events()
    assert fact.event == SessionEnded(reason="refresh_token_reused")
    assert robbed.deleted_at == fact.timestamp == fact.new_values["deleted_at"]


def test_an_ended_session_refuses_its_newest_token_too() -> None:
    ended = session(STARTED, SessionEnded(reason="refresh_token_reused"), newest=SECOND)
    with pytest.raises(RefreshRefused):
        ended.refresh(SECOND, THIRD, expires_at=LATER_STILL)
    assert then(ended) == []


def test_a_token_that_was_never_issued_for_the_session_ends_nothing() -> None:
    kept = session(STARTED)
    with pytest.raises(RefreshRefused):
        kept.refresh(FOREIGN, SECOND, expires_at=LATER_STILL)
    assert then(kept) == []


def test_an_expired_session_is_not_refreshed() -> None:
    expired = session(SessionStarted(user_id=ADA, expires_at=AT))
    with pytest.raises(RefreshRefused):
        expired.refresh(FIRST, SECOND, expires_at=LATER_STILL)
    assert then(expired) == []
