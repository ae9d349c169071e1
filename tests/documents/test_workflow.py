import pytest

from accounts.roles import Role
from documents.workflow import (
    BIASA,
    DIREVIU_DULU,
    DIREVIU_KEMUDIAN,
    INSPEKTORAT,
    STATUS_LABELS,
    STATUS_SENTENCES,
    STEP_LABELS,
    STEP_NOUNS,
    WORKFLOWS,
    Status,
    Step,
)

AKHIR = {
    "biasa": (BIASA, [Step.SUBMIT, Step.APPROVE, Step.SIGN], Status.DITANDATANGANI),
    "direviu dulu": (
        DIREVIU_DULU,
        [Step.SUBMIT, Step.APPROVE, Step.REVIEW, Step.SIGN],
        Status.DITANDATANGANI,
    ),
    "direviu kemudian": (
        DIREVIU_KEMUDIAN,
        [Step.SUBMIT, Step.APPROVE, Step.SIGN, Step.REVIEW],
        Status.DIREVIU,
    ),
    "inspektorat": (INSPEKTORAT, [Step.SUBMIT, Step.SIGN], Status.DITANDATANGANI),
}


@pytest.mark.parametrize("nama", AKHIR)
def test_urutan_lengkap_sampai_akhir(nama):
    workflow, jalan, akhir = AKHIR[nama]
    status, dilalui = Status.DRAFT, [Status.DRAFT]
    for step in jalan:
        assert workflow.next_step(status) is step
        status = workflow.rule(status, step).to
        dilalui.append(status)
    assert status is akhir
    assert workflow.next_step(status) is None
    assert workflow.stages() == dilalui


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_yang_bertanda_tangan_tidak_pernah_kembali_ke_draf(workflow):
    """Sesudah tanda tangan hanya reviu yang menyusul; tidak ada jalan ke belakang."""
    sesudah = [rule.to for (at, _), rule in workflow.table.items() if at is Status.DITANDATANGANI]
    assert sesudah in ([], [Status.DIREVIU])


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_setiap_pengembalian_wajib_bercatatan(workflow):
    kembali = [rule for (_, step), rule in workflow.table.items() if step is Step.RETURN]
    assert kembali
    assert all(rule.note and rule.to is Status.DRAFT for rule in kembali)


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_tanda_tangan_meminta_sandi(workflow):
    rules = [rule for (_, step), rule in workflow.table.items() if step is Step.SIGN]
    assert rules
    assert all(rule.password for rule in rules)


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_peran_dalam_tabel_ada(workflow):
    assert {role for rule in workflow.table.values() for role in rule.roles} <= set(Role)


def test_rule_tidak_mengenal_langkah_asing_atau_di_luar_urutan():
    assert BIASA.rule("draft", "sign") is None
    assert BIASA.rule("draft", "hapus") is None
    assert BIASA.rule("entah", "submit") is None
    assert BIASA.rule("draft", "submit") == BIASA.table[Status.DRAFT, Step.SUBMIT]


def test_langkah_menurut_peran():
    assert BIASA.steps_for("diajukan", ("kepala_bidang",)) == [Step.APPROVE, Step.RETURN]
    assert BIASA.steps_for("diajukan", ("operator",)) == []
    assert DIREVIU_DULU.steps_for("disetujui", ("inspektorat",)) == [Step.REVIEW, Step.RETURN]
    assert DIREVIU_DULU.steps_for("disetujui", ("kepala_dinas",)) == [Step.RETURN]


def test_peran_tiap_langkah():
    assert INSPEKTORAT.roles(Step.SUBMIT) == {"inspektorat"}
    assert INSPEKTORAT.roles(Step.APPROVE) == frozenset()
    assert DIREVIU_DULU.roles(Step.RETURN) == {"kepala_bidang", "kepala_dinas", "inspektorat"}


def test_semua_status_dan_langkah_berlabel():
    assert set(STATUS_LABELS) == set(STATUS_SENTENCES) == set(Status)
    assert set(STEP_LABELS) == set(STEP_NOUNS) == set(Step)
