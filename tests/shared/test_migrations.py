"""What the processes take for the newest revision is what Alembic takes for it."""

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from deploy.local.provision import SERVICES
from deploy.local.state import PROJECT
from shared.migrations import head_revision


@pytest.mark.parametrize("service", SERVICES)
def test_the_newest_revision_is_the_head_of_the_history(service: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(PROJECT / "services" / service / "migrations"))
    assert head_revision(service) == ScriptDirectory.from_config(config).get_current_head()
