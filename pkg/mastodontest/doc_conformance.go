// # Conformance
//
// What Mastodon and its kin answer, by the sections of this project's contract,
// which was read from their sources; and the test that shows it here. Each row
// is a line of its test's comment, and a test holds the two together.
//
//	§0.1 Versions
//	calls are there from their version on                                   TestCallsCameWithVersions
//	refusals have details from 3.4 on                                       TestARefusalTellsSentenceAndDetails
//	approval is a mode from 2.9.2 on                                        TestApprovalCameWith292
//	a reason is kept from 3.0 on, a time zone from 4.2                      TestASignUpAnswersWithTheAccountsToken
//	3.4 resends to working accounts only (mastodon/mastodon#17743, #16348)  TestResendingWasOfNoUseIn34
//	403 and 404 are JSON from 4.0 on                                        TestRefusalsWereNoJSONBefore40
//	a suspension stops every call from 4.0 on                               TestASuspensionStopsEveryCallFrom40On
//	limits count per token from 4.1 on                                      TestTokensAreCountedByThemselvesFrom41On
//	the confirmation page has a captcha from 4.2 on                         TestTheConfirmationPagesCaptchaCameWith42
//	unknown locales are refused up to 4.2.3                                 TestEachVersionTakesItsLocalesAndNoOthers
//	apps are throttled from 4.2.9 on                                        TestAppsAreRegisteredFiveTimesInTenMinutesFrom429On
//	unused apps are deleted up to 4.2.8                                     TestAppsThatNobodyUsesAreDeletedUpTo428
//	invites work by the API from 4.3 on                                     TestInvitesOpenDoors
//	redirects come as a list from 4.3 on                                    TestAListOfRedirectsIsReadFrom43On
//	more paths may be called by pages from 4.3 and 4.4 on                   TestPagesOfOtherSitesMayCallSomePaths
//	apps have client_secret_expires_at from 4.3.2 on                        TestAnAppIsDescribedByItsVersion
//	a minimum age from 4.4 on, name blocks from 4.5                         TestEachFieldIsRefusedForItsReasons
//	terms of service from 4.4 on                                            TestTermsOfService
//	sign-ups take app tokens only from 4.4 on                               TestAnAccountsTokenIsRefusedBeforeTheDoor
//	roles of inviters count from 4.6 on                                     TestInvitesOpenDoors
//	second factors may be demanded from 4.6 on                              TestEachStateOfATokenHasItsAnswers
//	deleted names are not found from 4.7 on                                 TestLookupHidesDeletedAccountsFrom47On
//	the document tells the API's version                                    TestTheInstanceDocumentGrowsWithVersions
//	texts by language                                                       not simulated
//
//	§1 Requests
//	bodies are read by content type, then the query                               TestBodiesAreReadByTheirType
//	a .json suffix leads nowhere                                                  TestUnknownPathsOfTheAPIAreNotFound
//	the token may be a parameter                                                  TestTheTokenMayTravelAsAParameter
//	before 4.0 who takes anything got a page for a 403 or 404, up to 3.0 nothing  TestRefusalsWereNoJSONBefore40
//
//	§1.1 Endpoints
//	1 GET /api/v2/instance                                                TestTheInstanceDocumentTellsHowToSignUp
//	2 GET /api/v1/instance                                                TestTheOlderInstanceDocumentStaysThere
//	3 GET …/instance/rules                                                TestRulesHaveHintsAndTranslationsByVersion
//	4 GET …/instance/terms_of_service, 5 and those of a date              TestTermsOfService
//	6 GET …/instance/privacy_policy, 7 extended_description, 8 languages  TestPrivacyPolicyAndDescriptionAreAlwaysThere
//	9 POST /api/v1/apps                                                   TestAnAppIsDescribedByItsVersion
//	10 POST /oauth/token                                                  TestATokenForTheAppAlone
//	11 GET /api/v1/apps/verify_credentials                                TestVerifyAppDescribesTheAppWithoutSecrets
//	12 GET /api/v1/accounts/lookup                                        TestLookupTellsWhetherANameIsTaken
//	13 POST /api/v1/accounts                                              TestASignUpAnswersWithTheAccountsToken
//	14 GET …/emails/check_confirmation                                    TestEachStateOfATokenHasItsAnswers
//	15 POST …/emails/confirmations                                        TestTheSameLinkIsSentAgainWhileItWorks
//	16 GET …/accounts/verify_credentials                                  TestVerifyCredentialsDescribesTheAccount
//	17 POST /oauth/revoke                                                 TestTokensAreRevokedByTheirApp
//	18 NodeInfo                                                           TestNodeInfo
//	19 GET /.well-known/oauth-authorization-server                        TestTheServerDescribesItsOAuth
//	20 GET /invite/:code                                                  TestAnInviteCanBeAskedAbout
//	21 api.joinmastodon.org                                               TestADirectoryDescribesServers
//	one scope of several will do, by its exact name                       TestEachStateOfATokenHasItsAnswers
//	limited federation tells strangers little                             TestServersMayHideFromStrangers
//
//	§1.2 Common errors
//	401 for tokens that are invalid or revoked, or no user's    TestEachStateOfATokenHasItsAnswers
//	401 in the words of 3.0 where strangers see nothing         TestTheSentenceForStrangersChanged
//	401 for expired tokens                                      not simulated: tokens never do
//	403 outside the scopes, 422 where a user is needed          TestEachStateOfATokenHasItsAnswers
//	403 disabled on every call from 4.0 on                      TestASuspensionStopsEveryCallFrom40On
//	403 where nobody may sign up                                TestSomeServersTakeNobody
//	404 for a name that nobody has                              TestLookupTellsWhetherANameIsTaken
//	404 for an unknown path                                     TestUnknownPathsOfTheAPIAreNotFound
//	422 without details for a corrected address                 TestACorrectedAddressIsRefusedWithoutDetails
//	422 duplicate, 500, 503 and 410 by Fail, readable by pages  TestTheAnswersOfBadDays
//	429 once the tries are used up                              TestFiveSignUpsInHalfAnHourWhateverComesOfThem
//	400 for malformed bodies, as JSON or empty                  TestBodiesAreReadByTheirType
//	500 for a null address and for invalid UTF-8                TestTheServerBreaksOnNullEmailAndGarbledText
//	403 as text for a denied network                            TestADeniedNetworkGetsNothing
//	WWW-Authenticate explains a refused token                   TestARefusedTokenIsExplainedInAHeader
//	answers have a request id and their usual headers           TestUsualHeaders
//	public documents may be cached                              TestInstanceDocumentsMayBeCached
//
//	§1.3 Apps
//	the answer has the members of its version  TestAnAppIsDescribedByItsVersion
//	refusals are joined into one sentence      TestAnAppIsRefusedForItsReasons
//	redirects of many forms are taken          TestRedirectsOfManyFormsAreTaken
//	a list of redirects is read from 4.3 on    TestAListOfRedirectsIsReadFrom43On
//	scopes are a text; without them, read      TestScopesOfAnAppAreAText
//
//	§1.4 Tokens
//	client_credentials give a token of the app     TestATokenForTheAppAlone
//	the client proves itself by header or body     TestTheClientProvesItselfInThreeWays
//	refusals are OAuth's, scopes within the app's  TestTokensAreRefusedInOAuthsWords
//	the same scopes give the same token            TestTheSameScopesGiveTheSameToken
//	the password grant works up to 4.3             TestThePasswordGrantWentWith44
//	the scope profile from 4.3 on                  TestTheProfileScopeCameWith43
//	a deleted app is an unknown client             TestDeletedAppsAreUnknownClients
//	no limits are shown                            TestPagesAndOAuthShowNoLimits
//
//	§1.5 Verify app
//	an app is described without its secrets  TestVerifyAppDescribesTheAppWithoutSecrets
//
//	§1.6 Lookup
//	finds in any case, with @, in every state, without a token      TestLookupTellsWhetherANameIsTaken
//	no deleted accounts from 4.7 on, though their names stay taken  TestLookupHidesDeletedAccountsFrom47On
//
//	§1.7 Sign-up
//	each check stops the request before the next                                       TestTheChecksOfASignUpComeInOrder
//	an account's token is refused from 4.4 on, even where nobody may sign up           TestAnAccountsTokenIsRefusedBeforeTheDoor
//	closed, single-user and sign-on-only servers take nobody, nor do blocked networks  TestSomeServersTakeNobody
//	the new token has all scopes of the app                                            TestASignUpAnswersWithTheAccountsToken
//	a refusal has a sentence and details                                               TestARefusalTellsSentenceAndDetails
//	what only this server wants is refused in the shape of all refusals                TestWhatOnlyThisServerWantsIsRefusedAsEverythingElse
//
//	§1.8 Documents
//	rules have hints and translations by version    TestRulesHaveHintsAndTranslationsByVersion
//	terms have dates, or are 404                    TestTermsOfService
//	a privacy policy is always there, own or stock  TestPrivacyPolicyAndDescriptionAreAlwaysThere
//
//	§1.9 NodeInfo
//	names the software and whether it is open  TestNodeInfo
//
//	§1.10 OAuth metadata
//	endpoints and grants are told from 4.3 on  TestTheServerDescribesItsOAuth
//
//	§1.11 Directory
//	servers pass five filters, of which empty ones let all pass                   TestADirectoryHasFiveFilters
//	closed servers are listed for those who ask for all                           TestADirectoryHasFiveFilters
//	a server is described by texts, numbers and flags; any site may read them     TestADirectoryDescribesServers
//	categories and languages come with the number of servers                      TestADirectoryCountsCategoriesAndLanguages
//
//	§1.12 Revoke
//	only the app revokes its tokens  TestTokensAreRevokedByTheirApp
//
//	§2 Instance fields
//	v1 has each field from its version on                  TestTheOlderInstanceDocumentGrewWithVersions
//	v1 is deprecated from 4.4 on                           TestTheOlderInstanceDocumentStaysThere
//	v2 tells how to sign up                                TestTheInstanceDocumentTellsHowToSignUp
//	v2 has each field from its version on                  TestTheInstanceDocumentGrowsWithVersions
//	the mode decides whether confirmed accounts wait       TestConfirmedAccountsWaitWhereStaffLook
//	the domain in handles need not be the host of the API  TestADomainOfHandlesLeadsToItsServer
//	forks name their Mastodon and act as it does           TestForksNameTheirMastodon
//	what imitates Mastodon says so in its version          TestImitatorsNameThemselves
//
//	§3 Validation
//	each field is refused by its own rules and codes       TestEachFieldIsRefusedForItsReasons
//	accounts that do not work keep their names             TestSuspendedAndUnconfirmedAccountsKeepTheirNames
//	age counts by the calendar, 29 February too            TestAgeCountsByTheCalendarOnLeapDays
//	unknown locales and time zones are stored as none      TestAnUnknownLocaleAndTimeZoneAreStoredAsNone
//	an empty request is refused in the server's order      TestAnEmptySignUpIsRefusedInTheServersOrder
//	everything wrong at once comes in its order            TestEverythingWrongAtOnceComesInTheServersOrder
//	networks, mail domains and names may need approval     TestConfirmedAccountsWaitWhereStaffLook
//	invites open closed servers, and what else by version  TestInvitesOpenDoors
//	an invite's page tells programs whether it is good     TestAnInviteCanBeAskedAbout
//
//	§4 Token lifecycle
//	each state of a token has its answers, call by call                 TestEachStateOfATokenHasItsAnswers
//	2.7 and 3.0 said in other words what does not work                  TestOldSentencesOfUnusableAccounts
//	links work for two days                                             TestALinkWorksForTwoDays
//	unconfirmed accounts are deleted in the end                         TestUnconfirmedAccountsAreDeletedInTheEnd
//	confirming approves on a server that is open by then                TestConfirmationApprovesWhenTheServerIsOpenByThen
//	staff approve, with a mail, and reject                              TestStaffLetInAndTellByMail
//	resending sends the same link                                       TestTheSameLinkIsSentAgainWhileItWorks
//	only the app of the sign-up may have it resent                      TestOnlyTheAppOfTheSignUpMayAskForTheMail
//	a corrected address gets the mails from then on                     TestACorrectedAddress
//	a corrected address is refused by a sentence                        TestACorrectedAddressIsRefusedWithoutDetails
//	the link returns to the app                                         TestTheMailLeadsBackToTheApp
//	the first of several redirects counts, out-of-band too              TestTheFirstLineOfTheRedirectsIsTheReturn
//	before 4.0 several redirects led nowhere (mastodon/mastodon#18523)  TestSeveralRedirectsLedNowhereBefore40
//	without an app it ends at the sign-in                               TestWithoutAnAppTheLinkLeadsToSignIn
//	a captcha may stand before the confirmation                         TestACaptchaStandsBeforeTheConfirmation
//	the captcha before the confirmation came with 4.2                   TestTheConfirmationPagesCaptchaCameWith42
//	a link opened twice says so by a page                               TestALinkOpenedTwice
//	an unknown link confirms nothing                                    TestAnUnknownLinkConfirmsNothing
//
//	§5 CORS
//	each path is open to pages from its version on, for its methods            TestPagesOfOtherSitesMayCallSomePaths
//	the limits' headers are exposed                                            TestPagesMayReadTheLimits
//	a preflight for another method gets nothing                                TestAPreflightForAnotherMethodGetsNothing
//	OPTIONS without a question is no preflight                                 TestOptionsWithoutAQuestionIsNoPreflight
//	of the pages for people, profiles alone can be read                        TestPagesForPeople
//	preflights are not throttled                                               TestPreflightsAreNotCounted
//	refusals are readable                                                      TestPagesMayReadRefusals
//	errors of a proxy and bot challenges are not readable                      TestWhatStandsBeforeAServerAnswersInItsPlace
//	a form is worked on also where its answer is unreadable: revoke up to 4.2  TestARevocationThatPagesCannotReadHappensAllTheSame
//
//	§6 Rate limits
//	sign-ups: five in half an hour, with their headers                   TestFiveSignUpsInHalfAnHourWhateverComesOfThem
//	IPv6 counts by /64                                                   TestSignUpsAreCountedByNetwork
//	calls count by token, without one by network                         TestCallsAreCountedByTokenAndNetwork
//	before 4.1 an app's calls count by network, an account's 300 in all  TestTokensAreCountedByThemselvesFrom41On
//	apps: five in ten minutes from 4.2.9 on                              TestAppsAreRegisteredFiveTimesInTenMinutesFrom429On
//	confirmations: by network                                            TestConfirmationsAreLimitedByNetworkToo
//	confirmations: five in half an hour by account                       TestConfirmationsAreResentFiveTimesInHalfAnHour
//	paging, web sign-up                                                  not simulated
//	calls of the same machine are spared up to 4.2.8                     TestCallsOfTheSameMachineWereNotCountedUpTo428
//
//	§7 Pages and redirects
//	the pages for people are where links lead  TestPagesForPeople
//
//	§8 Locales
//	up to 4.2.3 one that is not in the list blocks the sign-up      TestEachVersionTakesItsLocalesAndNoOthers
//	from 4.2.4 on each version takes any, and keeps those it knows  TestALocaleIsKnownByItsVersion
//
//	§9.1 GoToSocial
//	apps may not sign people up since 0.19                                                 TestGoToSocialRefusesAppsThatSignUp
//	up to 0.18 they may; a button confirms, and until staff approve the token is nobody's  TestGoToSocial018SignsPeopleUp
//	the documents tell more than the approval since 0.20 only                              TestGoToSocialDescribesItself
//	the version joins its commit by a plus sign since 0.14                                 TestGoToSocialWritesItsVersionAsItsReleasesDo
//	one error at a time, by each rule                                                      TestGoToSocialRefusesOneThingAtATime
//	forms have Go's booleans                                                               TestGoToSocialTakesFormsWithGosBooleans
//	409 for what is taken                                                                  TestGoToSocialTellsWhatIsTakenByAConflict
//	422 for the daily limit (10) and the full backlog (20)                                 TestGoToSocialTakesSoManyADayAndKeepsSoManyWaiting
//	406 for who takes no JSON                                                              TestGoToSocialOffersJSONOnly
//	418 for who has no User-Agent                                                          TestGoToSocialAnswersNobodyWithoutAName
//	apps are registered, redirects as a text                                               TestGoToSocialRegistersApps
//	the token's request needs the redirect                                                 TestGoToSocialWantsTheRedirectInTheTokenRequest
//	what others have and it lacks is 404                                                   TestGoToSocialLacksWhatOthersHave
//	pages may send some headers                                                            TestGoToSocialLetsPagesSendSomeHeaders
//	all calls count by network                                                             TestGoToSocialLimitsByNetwork
//
//	§9.2 Akkoma and Pleroma
//	Akkoma's document tells its wishes                                     TestAkkomaDescribesItself
//	Pleroma's document tells its wishes, from 2.6 on the newer one too     TestPleromaDescribesItself
//	Pleroma asks for birthdays, in whole days of UTC                       TestPleromaAsksForBirthdays
//	the native captcha comes as a data: address                            TestAkkomaShowsACaptcha
//	kocaptcha's is an image's address; 2.2 has another path                TestPleromasCaptchaHasAnAddress
//	a captcha is good once, for five minutes, with words for each refusal  TestACaptchaIsCheckedAndUsedUp
//	the captcha's service may be down                                      TestACaptchaServiceMayBeDown
//	refusals are JSON in a string                                          TestAkkomaPutsItsProblemsIntoAString
//	a success may come without a token                                     TestAkkomasSuccessMayLackAToken
//	language is that of the mail, locale is ignored, names have hyphens    TestAkkomaReadsItsOwnFields
//	a closed server wants an invite, and tells bad from late ones          TestAkkomaTakesInvitesWhileItIsClosed
//	an account waits for its confirmation and for staff                    TestAkkomasAccountsWaitForMailAndStaff
//	a sign-up needs an app's token                                         TestAkkomaNeedsAnAppsToken
//	redirects are a text only                                              TestAkkomaTakesRedirectsAsATextOnly
//	the confirmation is resent by address or name                          TestAkkomaResendsTheConfirmation
//	sign-ups are throttled                                                 TestAkkomaThrottlesSignUps
//	pages may send some headers                                            TestAkkomaLetsPagesSendSomeHeaders
//
//	§9.3 Others
//	glitch-soc and Hometown take sign-ups as Mastodon       TestForksNameTheirMastodon
//	Pixelfed has no call for sign-ups, and CORS for little  TestPixelfedTakesNoSignUpsAndKeepsPagesOut
//	Friendica has no call for sign-ups                      TestFriendicaTakesNoSignUpsByTheAPI
//	Mitra gives apps no tokens, and takes one redirect      TestMitraGivesAppsNoTokens
//	software without Mastodon's API has NodeInfo alone      TestOtherSoftwareIsKnownByNodeInfoAlone
//	Vernissage has a document of its own                    TestVernissageHasADocumentOfItsOwn
//	Epicyon does not name itself                            TestEpicyonHidesItsName
//	Hollo is for its owner alone                            TestHolloIsForItsOwnerAlone
//
//	Seen: what running servers did, where the contract says other or nothing
//	284 calls of a sign-up were answered so by 4.3.23, 4.5.15 and 4.6.5                                               TestItAnswersAsTheRecordedServersDid
//	a password of spaces is blank, one of 72 wide characters passes                                                   TestItAnswersAsTheRecordedServersDid
//	addresses pass with a dot before the @, emoji and hidden characters                                               TestItAnswersAsTheRecordedServersDid
//	a mail domain without a dot has no host                                                                           TestItAnswersAsTheRecordedServersDid
//	what cannot be a mail domain counts as a blocked one                                                              TestItAnswersAsTheRecordedServersDid
//	years of two digits and antiquity are of age, a number breaks it                                                  TestItAnswersAsTheRecordedServersDid
//	owner, 4dm1n and mastodonfan are free in 4.3 alone                                                                TestItAnswersAsTheRecordedServersDid
//	redirects whose host is not ASCII are no URI                                                                      TestItAnswersAsTheRecordedServersDid
//	400 has no rate headers, and is empty for who takes anything                                                      TestItAnswersAsTheRecordedServersDid
//	an account's token signs others up in 4.3 alone                                                                   TestItAnswersAsTheRecordedServersDid
//	an invitation that is no good says so to programs, without CORS                                                   TestItAnswersAsTheRecordedServersDid
//	a link opened a second time leads to the page for a new one                                                       TestItAnswersAsTheRecordedServersDid
//	unknown paths show no rate headers                                                                                TestItAnswersAsTheRecordedServersDid
//	names are found before they are confirmed, without a token                                                        TestItAnswersAsTheRecordedServersDid
//	documents stay three minutes behind the settings                                                                  TestDocumentsStayThreeMinutesBehind
//	the proxy that Mastodon ships keeps documents for five minutes more, with the rate headers of whoever came first  TestTheShippedProxyKeepsDocumentsForFiveMinutesMore
//	a browser keeps them for five minutes of its own, which makes thirteen at worst                                   TestABrowserKeepsDocumentsForFiveMinutesOfItsOwn
//	a browser asks whether what it has is still good                                                                  TestABrowserAsksWhetherWhatItHasIsStillGood
//	an empty sign-up tells what is required, at the price of one try                                                  TestAnEmptySignUpTellsWhatIsRequired
//	a required reason holds in every mode, though only approval tells                                                 TestARequiredReasonHoldsInEveryMode
//	an open server can make people wait, and no document tells                                                        TestAnOpenServerCanMakePeopleWait
//	an invitation is worth what its giver is                                                                          TestAnInvitationIsWorthWhatItsGiverIs
//	of two equal sign-ups at once one is a duplicate record                                                           TestOfTwoEqualSignUpsAtOnceOneIsADuplicateRecord
//	a mail domain that is not ASCII breaks it seven times in eight                                                    TestAMailDomainThatIsNotASCIIBreaksIt
//	refusals speak the language of the call                                                                           TestRefusalsSpeakTheLanguageOfTheCall
//	a refused correction speaks the account's language, unless the call names another                                 TestARefusedCorrectionSpeaksTheAccountsLanguage
//	a suspended person's address is taken, in other spellings too                                                     TestASuspendedPersonsAddressIsTaken
//	what staff do to an account shows at its token                                                                    TestWhatStaffDoShowsAtTheToken
//	limited federation keeps documents to members, and lets people sign up                                            TestLimitedFederationLetsPeopleSignUp
//	sign-on elsewhere only looks open, with an address or without                                                     TestSignOnElsewhereOnlyLooksOpen
//	a server that is wound up answers the API with 410 alone                                                          TestAServerThatIsWoundUpIsGone
//	a message about closed registrations keeps its HTML, scripts too                                                  TestTheClosedMessageKeepsItsHTML
//	everybody may invite, unless staff say otherwise                                                                  TestTheOlderInstanceDocumentStaysThere
//	errors of OAuth are explained in a header, whatever their status                                                  TestErrorsOfOAuthAreExplainedInAHeader
//	a link lapses after two days                                                                                      TestALinkWorksForTwoDays
//	a corrected address gets two equal mails, whose link leads to the sign-in                                         TestACorrectedAddress
//	a network without access gets a text with 403 for everything, which pages may read                                TestADeniedNetworkGetsNothing
//	after seven days an unconfirmed account is gone, and its name free                                                TestUnconfirmedAccountsAreDeletedInTheEnd
//	the proxy of a server that is down answers 502, which pages cannot read                                           TestWhatStandsBeforeAServerAnswersInItsPlace
//	terms are told before they are in force, and what succeeds them                                                   TestTermsOfService
//	windows of throttles are fixed to the clock, and no Retry-After is told                                           TestFiveSignUpsInHalfAnHourWhateverComesOfThem
//	resending is limited by account                                                                                   TestConfirmationsAreResentFiveTimesInHalfAnHour
//	scopes mean nothing to GoToSocial 0.18                                                                            TestScopesMeanNothingToGoToSocial018
//	what GoToSocial says of a reason, with its prefix                                                                 TestWhatGoToSocialSaysOfAReason
//	GoToSocial takes any language that it can read, and needs one                                                     TestGoToSocialTakesAnyLanguageThatItCanRead
//	GoToSocial has no reserved names, and its own idea of passwords                                                   TestGoToSocialHasNoReservedNames
//	to GoToSocial the letter case of an address makes another one, and the address is looked at first                 TestTheLetterCaseOfAnAddressCountsForGoToSocial
//	a blocked mail domain breaks GoToSocial                                                                           TestABlockedMailDomainBreaksGoToSocial
//	before GoToSocial's staff say yes, and after a no, all tokens look alike                                          TestBeforeApprovalAllTokensLookAlike
//	WebFinger tells pages of GoToSocial's names, unconfirmed ones too                                                 TestWebFingerTellsPagesOfGoToSocialsNames
//	GoToSocial registers apps with a redirect, since 0.19 without, and never with lists                               TestGoToSocialsAppsAreRegisteredByTexts
//	GoToSocial refuses tokens in the words of its database and of its functions                                       TestGoToSocialRefusesTokens
//	GoToSocial revokes nothing before 0.19                                                                            TestGoToSocialRevokesNothingBefore019
//	GoToSocial's link is a button, whoever opened it before, and leads nowhere                                        TestGoToSocialsLinkIsAButton
//	GoToSocial's own pages get no CORS headers, and OPTIONS without an origin 405                                     TestGoToSocialsCORS
//	while GoToSocial starts, everything is a page with 503 that pages cannot read                                     TestWhileGoToSocialStarts
//	snac 2.75 has the older document alone, whose version is not true                                                 TestSnacHasTheOlderDocumentAlone
//	GoToSocial has NodeInfo 2.0 and 2.1, and counts people alone                                                      TestGoToSocialHasTwoNodeInfos
//	GoToSocial has pages for settings and for signing in, and no client                                               TestGoToSocialHasNoClient
//	GoToSocial's windows begin with the first call, the API's apart from others                                       TestGoToSocialLimitsByNetwork
//	GoToSocial's 406 is a page for browsers                                                                           TestGoToSocialOffersJSONOnly
//
//	Its own: what no contract asks of it
//	faults choose their requests                                        TestFaultsChooseTheirRequests
//	faults leave preflights alone, unless they are meant                TestFaultsLeavePreflightsAloneUnlessMeant
//	a fault of a method meets its preflight if that is wanted           TestAFaultOfAMethodMeetsItsPreflightIfWanted
//	a dropped request has no answer and no effect                       TestADroppedRequestHasNoAnswerAndNoEffect
//	a dropped answer has its effect                                     TestADroppedAnswerHasItsEffect
//	a truncated answer breaks in the middle                             TestATruncatedAnswerBreaksInTheMiddle
//	another answer may come instead                                     TestAnotherAnswerMayComeInstead
//	a redirect may lead anywhere, or in circles                         TestARedirectMayLeadAnywhereOrInCircles
//	a proxy's answer cannot be read by pages                            TestAProxysAnswerCannotBeReadByPages
//	a delay takes its time                                              TestADelayTakesItsTime
//	a delay ends with the caller                                        TestADelayEndsWithTheCaller
//	a request that cannot be read fails                                 TestARequestThatCannotBeReadFails
//	the log keeps what came in                                          TestTheLogKeepsWhatCameIn
//	many may call at once                                               TestManyMayCallAtOnce
//	verbs of staff need an account                                      TestVerbsOfStaffNeedAnAccount
//	all tokens can be revoked at once                                   TestRevokeTokensEndsThemAll
//	links lead where the request came, unless a setting says otherwise  TestLinksLeadWhereTheRequestCameUnlessSaidOtherwise
//	the picture of the server is there                                  TestThePictureOfTheServerIsThere
//	HEAD answers like GET                                               TestHeadAnswersLikeGet
//	WebFinger and host-meta tell of its own handles                     TestServersTellAboutTheirOwnHandles
//	software may change while it runs                                   TestAServerMayChangeItsSoftwareWhileItRuns
//	the desk plays staff over HTTP                                      TestTheDeskPlaysStaff
//	the desk sets modes, ages, invitations and the clock                TestTheDeskSetsModesAgesInvitationsAndTheClock
//	the desk explains itself, and what it cannot do                     TestTheDeskExplainsItself
//	a proxy on the same machine names the caller                        TestAProxyOnTheSameMachineNamesTheCaller
//	the table of conformance says what the tests say                    TestTheConformanceTableSaysWhatTheTestsSay
package mastodontest
