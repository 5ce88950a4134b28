"""How people tell of assistants in French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish and Arabic.

Where Turkish has an i without a dot, an i stands here.
"""

from collections.abc import Mapping

from services.conversations.composer.archetype_cues.evidence import Phrases
from services.conversations.composer.archetype_rules.rule import Archetype

TOLD: Mapping[Archetype | None, Phrases] = {
    Archetype.SUPPORT: Phrases(
        sure=r"""
        (clients?|clientes|clientèle|acheteurs) … (demand*|écri*|appel*|pos*|plaign*|question*)
        (répond*|réponse*) … (clients?|clientes|avis|réclamations?)
        (clientes?|huéspedes|compradores) … (pregunt*|escrib*|llam*|quej*|reclam*)
        (respond*|contest*|atend*|atienda) … (clientes?|reseñas|quejas|reclamaciones|avaliações|reclamações)
        (clienti|ospiti|acquirenti) … (chied*|scriv*|chiam*|lament*|domand*)
        (rispond*|risposte) … (clienti|recensioni|reclami)
        (clientes|hóspedes) … (pergunt*|escrev*|lig*|reclam*)
        (klanten|gasten|huurders) … (vragen|mailen|bellen|klagen|schrijven)
        (antwoord*|beantwoord*|reageer*) … (klanten|klachten|recensies)
        (klienci|klientów|klientom|klientami|klientki|goście|gości) … (pytaj*|pyta|pisz*|dzwoni*|skarż*|odpowi*)
        (müşteri*|misafir*) … (sor*|yaz*|ara*|şikayet*|yanit*|cevap*)
        (service client|servicio al cliente|atención al cliente|assistenza clienti|klantenservice|obsługa klienta
        |obsługi klienta|müşteri hizmet*)
        (*(زبائن|عملاء|الزبائن|العملاء|للعملاء|للزبائن|زبائننا|عملائنا|الزبون|العميل))
        """,
        likely=r"""
        (location|boutique|magasin|réservations?|livraisons?|remboursement*|tarifs|tienda|reservas?|envíos?|devoluci*
        |precios)
        (negozio|prenotazioni|consegne|rimbors*|loja|reservas|entregas|reembols*|winkel|bestelling*|levering*|retour*)
        (odpowiada*|odpowie|odpowiedz*) (o|na)
        (wypożyczaln*|sklep*|rezerwac*|zwrot*|dostaw*|cenach|ceny|mağaza*|dükkan*|kargo|iade|sipariş*|rezervasyon*)
        (*(متجر|متجرنا|المتجر|طلبات|توصيل|حجز|الحجز))
        """,
    ),
    Archetype.QUESTION_ANSWERING: Phrases(
        sure=r"""
        (répond*) … questions
        (respond*|conteste|contestar) … (preguntas|dudas|perguntas|dúvidas)
        (rispond*) … domande
        (vragen) … (beantwoord*|antwoord*)
        (beantwoord*|antwoord*) … vragen
        (odpowiada*|odpowiedz*) na pytania
        (sorulari*|sorularin*|sorulara|sorularina) … (yanitla*|cevapla*|cevap ver*|yanit ver*)
        (*(الأسئلة|أسئلة))
        """,
        likely=r"""
        (règlement|mode d'emploi|manuel|notice|reglamento|manual|estatutos|regolamento|manuale|statuto|regulamento
        |huisregels|handleiding|reglement|regulamin*|instrukcj*|yönetmelik*|kilavuz*|kurallar*)
        (parents|adhérents|habitants|locataires|padres|vecinos|socios|genitori|soci|condomini|pais|moradores|sócios
        |ouders|leden|bewoners|rodzic*|mieszkańc*|veliler*|üyeler*|öğrenciler*)
        """,
    ),
    Archetype.EXTRACTION: Phrases(
        sure=r"""
        (extrai*|extraer|extrae|extraiga|estrarre|estragga|estrai|relever|recopie*|wyciąg*|wyodrębn*|wypis*|çikar*
        |extrair|extraia|uithalen|overnemen)
        (haal*|halen) … uit
        (استخراج|استخرج|يستخرج)
        """,
        likely=r"""
        (factures?|facturas?|fatture|fattura|faturas?|facturen|faktur*|fatura*)
        (csv|json|excel|tableau|tabla|tabella|tabela|tabel*)
        """,
    ),
    Archetype.CLASSIFICATION: Phrases(
        sure=r"""
        (class*|tri*|catégoris*|étiquet*) … (en|par|selon|dans|comme|urgent*)
        (clasific*|classific*|etiquet*|categoriz*|categorizz*|smist*|indel*|inde*l|sorteer|sorteren|rubriceer
        |klasyfik*|sortowa*|przypis*|sinifland*|kategoril*|etiketl*)
        (تصنيف|صنف|يصنف)
        urgente? (ou|o|of) (no|non|pas|não)
        """,
    ),
    Archetype.SUMMARY: Phrases(
        sure=r"""
        (résum*|synthétis*|synthèses?|condens*|resum*|sintetiz*|riassum*|riassunt*|sintetizz*|sintesi|samenvat*
        |vat … samen|streszcz*|podsumow*|özetle*|özet*|özetin*)
        (ملخص*|تلخيص|لخص|يلخص)
        """,
        likely=r"""
        (en|em|in|w) (\w+ )?(lignes|phrases|points|líneas|frases|puntos|righe|frasi|punti|linhas|pontos|zinnen|regels
        |punten|zdaniach|punktach)
        """,
    ),
    Archetype.WRITING: Phrases(
        sure=r"""
        (rédig*|redact*|redig*|scriver*|opstellen|napisz|napisać|zredagow*)
        (écri*|escrib*|escrev*|scriv*|schrijf|schrijven|pisać|pisz|yazma*|yaz|yazsin|yazan) … (lettres?|discours
        |poèmes?|histoires?|contes?|articles?|cartas?|discursos?|poemas?|cuentos?|artículos?|lettere?|discorsi?
        |poesi*|racconti|histórias|brieven|brief|toespraak|gedicht*|verhal*|list*|przemówien*|wiersz*|mektup*|şiir*
        |hikaye*|konuşma*|metin*)
        (lettre|discours|poème|conte|faire-part) (de|pour|à|d'|sur)
        (discurso|poema|cuento|carta) (de|para|a|sobre)
        (discorso|poesia|filastrocc*|lettera) (di|per|a|su)
        (كتابة|اكتب|يكتب) (رسالة|رسائل|خطاب|قصيدة|قصص|قصة|مقال*|نص*)
        """,
    ),
    Archetype.CODE: Phrases(
        sure=r"""
        (script|scripts|code|código|codice|kod|kodu|kodum|funktie|macro|fonction|función|funzione|fórmulas?|formules?
        |formule) … (python|javascript|java|excel|sql|php|bash|c\+\+|sheets|vba|rust|typescript)
        (python|javascript|java|sql|php|bash|vba|typescript|excel) … (script|scripts|code|código|codice|kod*|formule*
        |fórmula*|formuł*|betik*|skrypt*|hata*|error*|erreur*|errore)
        (كود|برمجة|برنامج) … (python|javascript|java|sql|php|بايثون)
        """,
    ),
    Archetype.TUTORING: Phrases(
        sure=r"""
        (professeur|prof|profesora?|professora?|professore|professoressa|insegnante|maestra|leraar|lerares|juf
        |nauczyciel*|korepetytor*|öğretmen*|bijles|repetytor*)
        (apprendre|enseign*|révis*|m'interrog*|entraîn*|soutien scolaire|aprend*|enseñ*|repas*|practicar|praticar
        |ensin*|imparare|insegn*|ripass*|esercitar*|overhoor*|overhoren|oefen*|leren|uczyć|uczy|nauczyć|nauki|ćwicz*
        |çaliştir*|öğret*|öğren*|aliştir*)
        (*(معلم|مدرس|أتعلم|تعليم|التعلم|يعلم|تدريب))
        """,
        likely=r"""
        (*(يشرح|تشرح|اشرح|شرح|يفسر))
        (*(تمارين|تمرين|تمرينين|تمارينه|درس|دروس|دروسه|قاعدة|قواعد|القواعد|الكسور|واجب|واجبات|الواجبات))
        (brevet|bac|baccalauréat|oposiciones|selectividad|enem|vestibular|maturità|esame|esami|examen|exámenes|exame
        |egzamin*|matur*|sinav*|yks|lgs|yds|tyt|ayt)
        (exercices|ejercicios|exercícios|esercizi|oefeningen|ćwiczenia|aliştirma*|devoirs|deberes|compiti|huiswerk
        |ödev*)
        (maths?|mathématiques|matemáticas?|matematica|wiskunde|matematyk*|matematik|الرياضيات)
        """,
    ),
    Archetype.ANALYSIS: Phrases(
        sure=r"""
        (analys*|analiz*|analizz*|analisa*|analis*|przeanaliz*|incele*|evalu* los datos)
        (pourquoi|por qué|perché|porque|waarom|dlaczego|neden|niçin) … (baiss*|part*|quitt*|baj*|van|caen|dej*|cal*
        |scend*|cai*|dal*|vertrek*|opzegg*|spad*|odchodz*|düş*|ayril*|azal*)
        (تحليل|حلل|يحلل)
        """,
    ),
    Archetype.TRANSLATION: Phrases(
        sure=r"""
        (tradu*|traduz*|vertaal*|vertal*|tłumacz*|przetłumacz*|przekład*|çevir*|çeviri*|tercüme*)
        (*(ترجمة|ترجم|يترجم|مترجم|الترجمة|بترجمة))
        """,
    ),
    Archetype.PLANNING: Phrases(
        sure=r"""
        (planifi*|itinéraire|emploi du temps|organis* (un|une|mon|notre|le|la)|planific*|itinerario|cronograma
        |organiz* (un|una|mi|nuestr*|el|la|uma|o|a)|programmare|pianific*|itinerari*|calendari*|organizz*|planej*
        |roteiro|plannen|planning|rooster|zaplanow*|planow*|planu|harmonogram*|grafik|planla*|plani|gezi plan*
        |program hazirl*)
        (mois|semaine|jour) par (mois|semaine|jour)
        (mes a mes|semana a semana|día a día|mese per mese|settimana per settimana|mês a mês|maand voor maand
        |week voor week)
        (تخطيط|خطة|جدول|برنامج) (*(رحلة|سفر|أسبوع|شهر|يومي|زمني))
        """,
    ),
    Archetype.COACHING: Phrases(
        sure=r"""
        (coach|coaching|koç|koçu|koçum|entrenador personal|motiv*|motivar|motivasyon*)
        (arrêter de|dejar de|smettere di|parar de|stoppen met|rzucić|przestać|birakma*|birakmak) … (fum*|boi*|beb*
        |grignot*|roken|drinken|palen*|pić|sigara*|içmek|procrastin*|aplazar|bere)
        (entretien d'embauche|entrevista de trabajo|entrevista de emprego|colloquio di lavoro|sollicitatiegesprek
        |rozmow* kwalifikacyjn*|iş görüşme*)
        (me rappel*|recuérd*|recordarme|ricordarmi|ricordami|me lembr*|herinner* (me|mij)|przypomina* mi|bana hatirlat*)
        (أقلع عن|الإقلاع عن|تحفيز|يحفزني|ذكرني|يذكرني)
        """,
    ),
}
