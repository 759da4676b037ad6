/**
 * Words for a passphrase that is said by phone: short, everyday, spelt as they sound, none like another,
 * in Russian none with ё, which some write as е.
 * 256 a language, so that a random byte is a word: six of them are 48 bits, which the slow derivation of the
 * key (`schema/sealed.ts`) makes dear to guess.
 */
import type { Tongue } from '../../schema/explain.ts'

const english = `
acorn actor album alley amber anchor angle ankle apple apron arrow atlas attic autumn badge bagel bamboo banjo
barrel basin basket beach beaver bench berry bishop blanket blossom bonnet border bottle branch brick bridge
bronze bucket butter button cabin cactus camel canal candle canvas canyon carbon carpet carrot castle cattle
cedar cement chalk cherry chimney cinema circle clover cobalt coffee collar comet copper coral cotton
cousin cradle crayon cricket cushion dancer decade desert dinner doctor dolphin domino donkey dragon
drawer drummer eagle echo elbow ember engine evening fabric falcon farmer feather fender fiddle finger flamingo
flannel flower forest fountain freckle frost gallery garden garlic gentle ginger glacier goblet granite grape
gravel hammer hammock harbour harvest hazel helmet hermit honey hotel hunter iceberg igloo insect iron
island ivory jacket jasmine jelly jigsaw jungle kettle kitchen kitten ladder lagoon lantern lemon leopard
lettuce library lilac lizard lobster lumber magnet mango maple marble market meadow melon mirror mitten monkey
morning motor mountain muffin museum mustard napkin needle noodle nutmeg oasis ocean olive onion orange orbit
orchard otter oyster paddle paper parrot pastry peanut pebble pelican pencil pepper piano picnic pigeon pillow
pilot pirate planet plaster pocket poem pond poppy potato powder pretzel puddle pumpkin puppet quilt
rabbit radish raven ribbon river robin rocket saddle sailor salmon sandal saturn saxophone scarf season shadow
silver sketch slipper snow spider spinach sponge squirrel stable summer sunset tablet tailor teapot
temple ticket tiger timber tomato tractor trumpet tulip tunnel turtle umbrella uncle valley vanilla velvet
village violin walnut window winter wizard yellow zebra
`

const russian = `
август автобус адрес аист акация алмаз альбом ангар апрель арбуз арка арфа астра атлас бабочка багаж базар
балкон банан барабан барсук башня белка брусника бисер блокнот буквы ботинок бочка бронза бублик бульвар бумага
буря вагон валенок варенье ведро веник верба весна ветка вечер вишня водопад вокзал волна воробей ворота
восток выдра газета галка гамак гараж гвоздь герань гитара глина гнездо голубь гора горох град гранит гребень
гроза груша гусь дача дверь декабрь дельфин дерево диван динамо дождь долина дорога дрова дуб дудка дыня ежевика
енот жасмин жемчуг жираф журавль забор завод заря затон звезда зебра земля зеркало зима зонтик игла изба
изюм икра индюк июль кабан камень канал капуста карандаш карман картина каша кедр кирпич кисель клевер клубника
ключ книга копыто колесо колокол комета компас конверт корабль корзина кошка крапива краска кресло крыша кувшин
кукла курица лавка ладонь лампа ландыш лебедь лесник лимон липа лисица лодка ложка лопата лосось луна лыжи малина
маляр март маяк медведь мельница месяц метель мимоза мозаика молоко море мост музей мыло мята наперсток небо
невод ноготь ножницы ноябрь облако обруч олива огурец озеро окно октябрь олень омут опушка орех осень остров
палатка палитра парус паук перец песок петух печка пила пирог платок повар погода подкова поезд поле полка
помидор порог посуда почта пруд птица пчела радуга ракета ракушка редис река репа роза рояль рубашка ручей рыбак
рябина салат самовар сапог сарай сахар свеча север серебро сирень скамья скрипка слива слон снегирь сова соль
сосна стакан степь стол сугроб сыр тайга театр телега тетрадь тигр топор трава туман
утка фонарь хлеб шишка
`

const listOf = (text: string): readonly string[] => text.trim().split(/\s+/)
export const sayable: Readonly<Record<Tongue, readonly string[]>> = {
  en: listOf(english),
  ru: listOf(russian),
}

/** Six words drawn by the system's generator. `bytes` stands in for it in tests. */
export function suggestPassphrase(language: Tongue, bytes = crypto.getRandomValues(new Uint8Array(6))): string {
  return Array.from(bytes, (byte) => sayable[language][byte]).join(' ')
}
