"""Tabel hak: isinya dipaku di sini, supaya perubahannya terlihat dua kali."""

import pytest

from accounts.roles import LABELS, MATRIX, SHARED, Peran, allows
from documents.workflow import WORKFLOWS, Langkah

VERBS = ("view", "add", "change", "delete")
# contoh tiap golongan data -> peran -> tindakan; peran yang tidak disebut tidak berhak apa pun
DATA = (
    "idm.idmdesa",
    "kinerja.realisasi",
    "kinerja.lkjip",
    "villages.rekaplembaga",
    "villages.kerjasama",
)
READ = dict.fromkeys(Peran, "view")
EXPECTED: dict[str, dict[Peran, str]] = {
    **dict.fromkeys(DATA, READ | {Peran.OPERATOR: "view add change delete"}),
    **dict.fromkeys(sorted(SHARED), READ),
    "villages.desa": READ | {Peran.ADMIN: "view add change delete"},
    "villages.kecamatan": READ | {Peran.ADMIN: "view add change delete"},
    "idm.layananrumusan": READ | {Peran.ADMIN: "view add change"},
    "accounts.bidang": READ | {Peran.ADMIN: "view add change delete"},
    "accounts.pejabat": READ | {Peran.ADMIN: "view add change delete"},
    "accounts.perangkatdaerah": READ | {Peran.ADMIN: "view add change delete"},
    "accounts.user": {Peran.ADMIN: "view add change delete"},
    "kinerja.rekomendasi": READ | {Peran.INSPEKTORAT: "view add change delete"},
    "kinerja.reviu": READ | {Peran.INSPEKTORAT: "view add change delete"},
    "kinerja.catatanreviu": READ | {Peran.INSPEKTORAT: "view add change delete"},
    "documents.balasan": READ
    | dict.fromkeys((Peran.OPERATOR, Peran.KEPALA_BIDANG, Peran.KEPALA_DINAS), "view add"),
    "kinerja.pernyataanreviu": READ | {Peran.INSPEKTORAT: "view add change delete"},
    "kinerja.evaluasiakip": READ | {Peran.INSPEKTORAT: "view add change delete"},
    "core.auditevent": {
        Peran.KEPALA_DINAS: "view",
        Peran.INSPEKTORAT: "view",
        Peran.INSPEKTUR: "view",
        Peran.ADMIN: "view",
    },
    "core.auditchain": {},
    "documents.snapshot": {},
    "documents.pengesahan": {},
    "auth.group": {},
    "sessions.session": {},
}


@pytest.mark.parametrize("nama", EXPECTED)
@pytest.mark.parametrize("peran", list(Peran))
def test_matrix(nama: str, peran: Peran) -> None:
    app, model = nama.split(".")
    allowed = " ".join(verb for verb in VERBS if allows(peran, f"{app}.{verb}_{model}"))
    assert allowed == EXPECTED[nama].get(peran, "")


@pytest.mark.parametrize("langkah", list(Langkah))
def test_document_steps_follow_the_workflow(langkah: Langkah) -> None:
    """Tabel hak dan tabel alur menyebut peran yang sama untuk tiap langkah."""
    by_workflow = {peran for workflow in WORKFLOWS for peran in workflow.peran(langkah)}
    by_matrix = {peran.value for peran in Peran if allows(peran, f"documents.{langkah}")}
    assert by_matrix == by_workflow


def test_admin_has_no_document_step() -> None:
    assert not [langkah for langkah in Langkah if allows(Peran.ADMIN, f"documents.{langkah}")]


@pytest.mark.parametrize(
    "perm", ["", "x", "kinerja", "kinerja.", ".view_lkjip", "kinerja.view", "documents.hapus"]
)
def test_strange_permission_is_refused(perm: str) -> None:
    assert not any(allows(peran, perm) for peran in Peran)


@pytest.mark.parametrize("peran", ["", "tamu", "Operator", "OPERATOR", "admin "])
def test_unknown_role_has_nothing(peran: str) -> None:
    assert not allows(peran, "kinerja.view_lkjip")


def test_every_role_has_a_label_and_a_row() -> None:
    assert set(LABELS) == set(MATRIX) == set(Peran)
