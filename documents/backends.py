"""Antrean tugas lewat Celery, bila broker-nya disetel; tugas dan kodenya tidak berbeda."""

from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from django_tasks.utils import get_random_id

Setelan = dict[str, Any]
NAMA = "dpmd.isyarat"
BELUM = (
    "CELERY_BROKER_URL disetel tetapi Celery belum terpasang: pasang bin/requirements-celery.txt, "
    "atau kosongkan setelannya."
)
# isyarat yang pekerjanya mati dikirim ulang; mengambilnya dua kali tidak mengapa
SETELAN = {
    "task_acks_late": True,
    "task_reject_on_worker_lost": True,
    "task_ignore_result": True,
    "worker_prefetch_multiplier": 1,
    "broker_connection_retry_on_startup": True,
}


class CeleryBackend(BaseTaskBackend):
    """Isyarat dikirim ke broker; keadaan tugasnya tetap di basis data."""

    supports_defer = True

    def __init__(self, alias: str, params: Setelan) -> None:
        super().__init__(alias, params)
        try:
            from celery import Celery
        except ImportError as error:
            raise ImproperlyConfigured(BELUM) from error
        self.app = Celery("dpmd", set_as_current=False)
        self.app.config_from_object(SETELAN | {"broker_url": self.options["broker"]})
        self.signal = self.app.task(name=NAMA)(receive)

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> Any:
        """Tertunda sampai `run_after` bila ada."""
        self.validate_task(task)
        kode = get_random_id()
        given = [task.module_path, list(args), kwargs]
        self.signal.apply_async(given, task_id=kode, eta=task.run_after)
        return _hasil(task, kode, args, kwargs)

    def serve(self) -> None:
        """Satu proses pekerja sampai dihentikan."""
        self.app.worker_main(["worker", "--pool=solo", "--loglevel=WARNING"])


def receive(path: str, args: list[Any], kwargs: Setelan) -> None:
    """Dijalankan pekerja: fungsi tugas menurut alamatnya."""
    task: Task[Any, Any] = import_string(path)
    task.call(*args, **kwargs)


def _hasil(task: Any, kode: str, args: Any, kwargs: Any) -> TaskResult[Any]:
    """Tanda terima; hasilnya tidak diambil dari broker."""
    return TaskResult(
        task=task,
        id=kode,
        status=TaskResultStatus.READY,
        enqueued_at=datetime.now(UTC),
        started_at=None,
        finished_at=None,
        last_attempted_at=None,
        args=list(args),
        kwargs=dict(kwargs),
        backend=task.backend,
        errors=[],
        worker_ids=[],
    )
