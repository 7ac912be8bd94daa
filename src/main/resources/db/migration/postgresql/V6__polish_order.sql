-- Names in Polish order: each letter of the alphabet becomes the character of its place, large and small the same.
ALTER TABLE company ADD COLUMN name_order VARCHAR(200) COLLATE "C" GENERATED ALWAYS AS (
    TRANSLATE(name,
        'aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźżAĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ',
        'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghiABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghi')) STORED;
CREATE INDEX company_name ON company (name_order);
ALTER TABLE person ADD COLUMN name_order VARCHAR(120) COLLATE "C" GENERATED ALWAYS AS (
    TRANSLATE(full_name,
        'aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźżAĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ',
        'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghiABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghi')) STORED;
