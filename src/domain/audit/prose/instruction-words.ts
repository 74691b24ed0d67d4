/** Words in a list, separated by spaces. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}

/** What is done to something outside: without a system, field, value or name beside it nobody knows to what. */
export const actionVerbs = wordSet(`
  add adjust append apply approve archive assign attach bill block book call cancel change charge check choose click
  clear close compensate complete confirm contact copy create credit deactivate delete deny disable downgrade edit
  email e-mail enable enter escalate exchange export extend file fill find fix flag forward generate give go grant hand
  handle import inform insert invite invoice issue link locate lock log lookup mark merge modify move navigate notify
  offer open page pause paste pay ping post process provide raise reach reactivate reassign record redirect refund
  register reimburse reissue reject remove renew reopen replace reply report request resend reset reship resolve
  respond restore return reverse review revoke route run save schedule search select send set share ship sign solve
  stop submit subscribe suspend switch tag tell transfer trigger unblock unlock unsubscribe update upgrade upload use
  validate verify waive withdraw write use refer consult follow look execute label access download launch visit push pull
  route put document record click press type sign obtain retrieve fetch request
`);

/** What else an instruction begins with. */
export const otherVerbs = wordSet(`
  acknowledge act advise agree aim allow alert announce answer apologise apologize appreciate ask assess assist assume attempt
  avoid await be become begin bring build calculate carry clarify collaborate collect comment communicate compare
  compile compose conduct connect consider continue contribute convert coordinate decide define describe
  determine diagnose direct discuss do draft encourage engage ensure establish evaluate examine
  expect explain explore fetch filter finish focus gather get guide have help hold identify ignore
  implement include increase indicate initiate install introduce investigate join keep learn leave let
  limit list listen maintain make manage match measure mention monitor note observe  organize paraphrase
  perform pick plan prepare present press prevent print prioritise prioritize proceed promote pull push put read
  recommend reduce remember remind repeat replicate reproduce resume retry say scroll see seek show skip start
  state suggest summarise summarize supply take talk test thank think track translate treat triage troubleshoot
  try turn type understand unlink view wait walk warn watch work
`);

/** What may stand before the verb of an instruction. */
export const leadIns = wordSet(`
  please then next first firstly second secondly third finally lastly also now always never just simply do don't not
  otherwise instead again only or and but so once afterwards afterward immediately directly usually generally normally
  typically ideally optionally manually carefully quickly promptly possibly perhaps maybe sometimes often kindly
  really thus therefore however hence still either both feel free to try start by
`);

/** Verbs that are not nouns as well: behind a condition they begin what is done, also without a comma. */
export const plainVerbs = wordSet(`
  add apply ask assign cancel choose close confirm create delete ensure escalate follow forward give go inform keep let
  make notify open provide remove replace reply resend respond select send submit tell try use verify wait
`);

/** Verbs that are nouns as well: “the first request”, “next update”. */
export const nounVerbs = wordSet(`
  access block call change charge check contact copy credit email e-mail export file flag import invoice issue label link
  lock log note offer order page post process record refund release report request return review route search share sign
  support switch tag transfer trigger update upgrade use
`);

export const obligations = wordSet(
  "must should shall ought let's mustn't shouldn't needs need has have required want wish",
);

export const doers = wordSet(`
  we you i they support agents agent engineers engineer team rep reps lead leads manager managers supervisor staff
`);

export const adverbs = wordSet(`
  always never just also then usually normally generally typically often sometimes only still simply will would can
  could may might should must do not don't either ideally probably
`);
