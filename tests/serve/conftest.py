"""One server for the tests that do not need one of their own."""

from collections.abc import Iterator

import pytest
from tests.serve.running import Server, running


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("serve")) as one:
        yield one
