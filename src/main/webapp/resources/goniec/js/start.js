// START » STRONA GŁÓWNA of the office: the last messages follow what happens.
document.addEventListener('goniec:changed', () => window.goniecRefresh());
