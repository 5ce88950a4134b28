"""Kinds of tasks that are told of in other languages than English and German."""

import pytest

from services.conversations.composer.archetype_rules.rule import Archetype
from services.conversations.composer.composing import compose

SAID = {
    Archetype.SUPPORT: """
        Nous louons des vélos à Nantes et les clients demandent les tarifs et quoi faire en cas de crevaison.
        Quiero un asistente para mi tienda de plantas que responda a los clientes sobre envíos, siempre de usted.
        Abbiamo un piccolo albergo e gli ospiti scrivono la sera perché non trovano le chiavi.
        Klanten mailen ons de hele dag over hun bestelling, ik wil dat hij vriendelijk antwoordt en nooit iets belooft.
        Klienci naszego sklepu z rowerami pytają o ceny i zwroty, odpowiadaj krótko i uprzejmie.
        Müşteriler bize kargo nerede diye soruyor, kibarca cevap versin ama iade sözü vermesin.
        أريد مساعداً لمتجرنا يرد على الزبائن بشأن التوصيل والأسعار
    """,
    Archetype.QUESTION_ANSWERING: """
        Je cherche un assistant qui répond aux questions des habitants sur le règlement de la copropriété, rien d'autre.
        Que responda a las preguntas de los vecinos según los estatutos, y si no lo sabe que lo diga.
        Vorrei che rispondesse alle domande dei genitori sul regolamento della scuola.
        Ik wil dat hij vragen van bewoners over de huisregels beantwoordt.
    """,
    Archetype.TUTORING: """
        Ma fille passe le brevet en juin, il lui faut un prof de maths patient qui ne donne jamais la réponse.
        Busco un profesor de inglés para mi hijo de doce años, con ejercicios cortos y sin regañarle.
        Quero um professor de física para o vestibular, uma questão de cada vez.
        Öğretmen gibi davran, bana her gün on kelime sor ve sabret.
        Overhoor mijn dochter elke dag tien Franse woordjes en wees geduldig.
    """,
    Archetype.TRANSLATION: """
        Traduire nos menus en anglais sans changer les noms des plats.
        Tradurre le lettere di mia nonna dal dialetto veneto all'italiano.
        Tłumacz nasze instrukcje na ukraiński, liczby zostają bez zmian.
        ترجمة رسائل المستأجرين إلى الألمانية بلغة بسيطة
    """,
    Archetype.SUMMARY: """
        Résume les comptes rendus du conseil municipal en cinq lignes pour les gens pressés.
        Quiero que me resuma los correos largos del colegio en tres puntos.
        Her günün haberlerini beş cümlede özetle, spor haberleri hariç.
    """,
    Archetype.PLANNING: """
        Siamo in quattro e vorremmo pianificare un viaggio in Sardegna senza macchina, giorno per giorno.
        Planificar la reforma de la cocina semana a semana con un presupuesto de diez mil euros.
    """,
    Archetype.WRITING: """
        Rédiger des lettres de remerciement pour les bénévoles de notre festival.
        Escribir cuentos cortos para los niños del hospital, sin monstruos.
    """,
    Archetype.COACHING: """
        Je veux arrêter de fumer et il me faut quelqu'un qui me demande chaque soir comment ça s'est passé.
        Quiero dejar de fumar y que me escriba cada noche, sin sermones.
    """,
}
PLAIN = """
    Je voudrais quelque chose pour le jardin.
    Un amigo con quien hablar de música.
    Vertel me iets leuks over de zee.
"""


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


@pytest.mark.parametrize(
    ("said", "archetype"), [(said, archetype) for archetype, block in SAID.items() for said in lines(block)]
)
def test_what_is_told_in_another_language_leads_to_its_archetype(said: str, archetype: Archetype) -> None:
    composed = compose(said)
    assert composed.archetype == archetype
    assert said.rstrip(".") in composed.text


@pytest.mark.parametrize("said", lines(PLAIN))
def test_what_is_not_sure_in_another_language_leads_to_none(said: str) -> None:
    assert compose(said).archetype is None
