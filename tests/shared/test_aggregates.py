"""Aggregates record what happened with exactly what it changed, or refuse; facts fold back into the same state."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from eventsourcing.domain import CanMutateProtocol, CollectEventsProtocol, DomainEventProtocol

from shared.aggregates import ErasedPerson, Forbidden, Hidden, NotFound, Refusal, Stale
from tests.shared.orchard import ApplesPicked, NoSuchApples, Tree, TreePlanted, TreeRenamed

PERSON = uuid4()


def a_tree() -> Tree:
    tree = Tree.begin()
    tree.plant("Oldest", "apple", PERSON, tag_hash="a hash")
    return tree


def test_a_new_aggregate_has_an_id_and_no_past() -> None:
    tree = Tree.begin()
    assert (tree.id.version, tree.version, tree.pending) == (7, 0, [])
    assert Tree.begin(PERSON).id == PERSON


def test_the_first_fact_holds_the_whole_state_but_its_secrets() -> None:
    (fact,) = a_tree().collect_events()
    assert fact.event == TreePlanted(name="Oldest", species="apple", planted_by=PERSON)
    assert fact.old_values == {}
    assert fact.new_values == {
        "deleted_at": None,
        "name": "Oldest",
        "note": None,
        "picked_g": 0,
        "planted_by": PERSON,
        "species": "apple",
    }


def test_a_later_fact_holds_what_it_changed_before_and_after() -> None:
    tree = a_tree()
    tree.rename("Eldest", reason="grammar")
    tree.pick(300)
    _, renamed, picked = tree.collect_events()
    assert (renamed.old_values, renamed.new_values) == ({"name": "Oldest"}, {"name": "Eldest"})
    assert (picked.old_values, picked.new_values) == ({"picked_g": 0}, {"picked_g": 300})


def test_a_fact_that_changes_nothing_holds_no_values() -> None:
    tree = a_tree()
    tree.rename("Oldest", reason="confirmed")
    fact = tree.collect_events()[-1]
    assert (fact.old_values, fact.new_values, fact.originator_version) == ({}, {}, 2)


def test_facts_are_numbered_dated_and_belong_to_a_person() -> None:
    before = datetime.now(UTC)
    tree = a_tree()
    tree.pick(1)
    facts = tree.collect_events()
    assert [fact.originator_version for fact in facts] == [1, 2]
    assert {(fact.originator_id, fact.stream_key, fact.entity_id) for fact in facts} == {
        (tree.id, str(tree.id), tree.id)
    }
    assert {fact.person for fact in facts} == {PERSON}
    assert before <= facts[0].timestamp <= facts[1].timestamp <= datetime.now(UTC)
    assert facts[0].id < facts[1].id
    assert (tree.created_at, tree.updated_at) == (facts[0].timestamp, facts[1].timestamp)


def test_facts_are_collected_once() -> None:
    tree = a_tree()
    assert len(tree.collect_events()) == 1
    assert tree.collect_events() == []


def test_a_refusal_leaves_the_aggregate_as_it_was() -> None:
    tree = a_tree()
    with pytest.raises(NoSuchApples):
        tree.pick(1001)
    assert (tree.version, tree.picked_g, len(tree.pending)) == (1, 0, 1)


def test_facts_fold_into_the_same_state() -> None:
    tree = a_tree()
    tree.rename("Eldest")
    tree.pick(5)
    folded = Tree.begin(tree.id)
    for fact in tree.collect_events():
        assert fact.mutate(folded) is folded
    folded.tag_hash = tree.tag_hash
    assert vars(folded) == vars(tree)


def test_a_fact_is_folded_only_where_it_follows() -> None:
    tree = a_tree()
    tree.pick(5)
    planted, picked = tree.collect_events()
    with pytest.raises(ValueError, match="does not follow"):
        picked.mutate(Tree.begin(tree.id))
    with pytest.raises(ValueError, match="does not follow"):
        planted.mutate(Tree.begin())
    with pytest.raises(TypeError):
        planted.mutate(None)


def test_only_fields_that_were_set_change_the_state() -> None:
    tree = a_tree()
    tree.record(TreeRenamed(name="Eldest"))
    tree.record(ApplesPicked(weight_g=7))
    assert (tree.name, tree.species, tree.picked_g) == ("Eldest", "apple", 7)


def test_a_refusal_tells_its_status_its_code_and_a_sentence() -> None:
    refusal = NoSuchApples()
    assert (refusal.status, refusal.code, refusal.detail) == (409, "no-such-apples", NoSuchApples.__doc__)
    assert str(NoSuchApples("only 3 g are left")) == "only 3 g are left"


@pytest.mark.parametrize(
    ("refusal", "status"), [(NotFound, 404), (Hidden, 404), (Forbidden, 403), (Stale, 412), (ErasedPerson, 410)]
)
def test_refusals_have_the_status_of_what_is_the_matter(refusal: type[Refusal], status: int) -> None:
    assert refusal().status == status


def test_what_is_hidden_answers_like_what_is_not_there() -> None:
    hidden, absent = Hidden(), NotFound()
    assert (hidden.status, hidden.code, hidden.title) == (absent.status, absent.code, absent.title)


def test_facts_are_what_the_eventsourcing_library_takes_for_them() -> None:
    tree = a_tree()
    assert isinstance(tree, CollectEventsProtocol)
    (fact,) = tree.collect_events()
    assert isinstance(fact, DomainEventProtocol)
    assert isinstance(fact, CanMutateProtocol)
