"""Tabel hak: isinya dipaku di sini, supaya perubahannya terlihat dua kali."""

import pytest

from accounts.roles import LABELS, MATRIX, SHARED, Role, allows
from documents.workflow import WORKFLOWS, Step

VERBS = ("view", "add", "change", "delete")
# contoh tiap golongan data -> peran -> tindakan; peran yang tidak disebut tidak berhak apa pun
DATA = (
    "idm.idmdesa",
    "kinerja.realisasi",
    "kinerja.lkjip",
    "villages.rekaplembaga",
    "villages.kerjasama",
)
READ = dict.fromkeys(Role, "view")
EXPECTED: dict[str, dict[Role, str]] = {
    **dict.fromkeys(DATA, READ | {Role.OPERATOR: "view add change delete"}),
    **dict.fromkeys(sorted(SHARED), READ),
    "villages.desa": READ | {Role.ADMIN: "view add change delete"},
    "villages.kecamatan": READ | {Role.ADMIN: "view add change delete"},
    "idm.layananrumusan": READ | {Role.ADMIN: "view add change"},
    "accounts.bidang": READ | {Role.ADMIN: "view add change delete"},
    "accounts.pejabat": READ | {Role.ADMIN: "view add change delete"},
    "accounts.perangkatdaerah": READ | {Role.ADMIN: "view add change delete"},
    "accounts.user": {Role.ADMIN: "view add change delete"},
    "kinerja.rekomendasi": READ | {Role.INSPEKTORAT: "view add change delete"},
    "kinerja.reviu": READ | {Role.INSPEKTORAT: "view add change delete"},
    "kinerja.catatanreviu": READ | {Role.INSPEKTORAT: "view add change delete"},
    "documents.balasan": READ
    | dict.fromkeys((Role.OPERATOR, Role.KEPALA_BIDANG, Role.KEPALA_DINAS), "view add"),
    "kinerja.pernyataanreviu": READ | {Role.INSPEKTORAT: "view add change delete"},
    "kinerja.evaluasiakip": READ | {Role.INSPEKTORAT: "view add change delete"},
    "core.auditevent": {
        Role.KEPALA_DINAS: "view",
        Role.INSPEKTORAT: "view",
        Role.INSPEKTUR: "view",
        Role.ADMIN: "view",
    },
    "core.auditchain": {},
    "documents.snapshot": {},
    "documents.pengesahan": {},
    "auth.group": {},
    "sessions.session": {},
}


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("role", list(Role))
def test_matrix(name: str, role: Role) -> None:
    app, model = name.split(".")
    allowed = " ".join(verb for verb in VERBS if allows(role, f"{app}.{verb}_{model}"))
    assert allowed == EXPECTED[name].get(role, "")


@pytest.mark.parametrize("step", list(Step))
def test_document_steps_follow_the_workflow(step: Step) -> None:
    """Tabel hak dan tabel alur menyebut peran yang sama untuk tiap langkah."""
    by_workflow = {role for workflow in WORKFLOWS for role in workflow.roles(step)}
    by_matrix = {role.value for role in Role if allows(role, f"documents.{step}")}
    assert by_matrix == by_workflow


def test_admin_has_no_document_step() -> None:
    assert not [step for step in Step if allows(Role.ADMIN, f"documents.{step}")]


@pytest.mark.parametrize(
    "perm", ["", "x", "kinerja", "kinerja.", ".view_lkjip", "kinerja.view", "documents.hapus"]
)
def test_strange_permission_is_refused(perm: str) -> None:
    assert not any(allows(role, perm) for role in Role)


@pytest.mark.parametrize("role", ["", "tamu", "Operator", "OPERATOR", "admin "])
def test_unknown_role_has_nothing(role: str) -> None:
    assert not allows(role, "kinerja.view_lkjip")


def test_every_role_has_a_label_and_a_row() -> None:
    assert set(LABELS) == set(MATRIX) == set(Role)
